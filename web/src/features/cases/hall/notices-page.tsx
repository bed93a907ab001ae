import { type CaseNotice, publicCaseRoutes } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signedInClient } from '../../../app/client.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { NoticeCard } from './notice-card.tsx'
import { NoticeList } from './notice-list.tsx'
import { hall, useServices } from './queries.ts'

const route = getRouteApi('/notices')
const asking = signedInClient(publicCaseRoutes)

/** What the city is about to grant, so that anybody may object. */
export function NoticesPage() {
  const { t } = useTranslation(['services', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/notices' })
  const open = search.open !== 'false'
  const services = useServices().data ?? []
  const list = usePages(['notices', search.service, open], (cursor) =>
    hall.notices({ query: { service: search.service, open: String(open), cursor, limit: 50 } }),
  )
  const change = (name: 'service' | 'open') => (value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')}>
      <Toolbar>
        <ChoiceFilter
          label={t('notices.service')}
          value={search.service ?? ''}
          onChange={change('service')}
          choices={services.map(({ key, title }) => ({ value: key, label: nameIn(title) }))}
          all={t('ui:table.all')}
        />
        <ChoiceFilter
          label={t('notices.shown')}
          value={open ? '' : 'false'}
          onChange={change('open')}
          choices={[{ value: 'false', label: t('notices.over') }]}
          all={t('notices.running')}
        />
      </Toolbar>
      <NoticeList
        of={list}
        empty={
          <Empty title={t('notices.none')} actions={<ButtonLink to="/services">{t('hall.title')}</ButtonLink>}>
            <p>{t('notices.noneText')}</p>
          </Empty>
        }
      >
        {(notice) => <Notice key={notice.id} of={notice} />}
      </NoticeList>
    </Page>
  )
}

function Notice({ of: notice }: { of: CaseNotice }) {
  const { t } = useTranslation('services')
  return (
    <NoticeCard of={notice}>
      {notice.open && (
        <div>
          <DialogButton action={t('notices.object')}>
            {(close) => <Objecting to={notice} onDone={close} />}
          </DialogButton>
        </div>
      )}
    </NoticeCard>
  )
}

function Objecting({ to: { id }, onDone }: { to: CaseNotice; onDone: () => void }) {
  const { t } = useTranslation(['services', 'ui'])
  const form = useForm({
    route: publicCaseRoutes.object,
    initial: { text: '' },
    draft: `objection.${id}`,
    send: async (body) => {
      await asking.object({ params: { noticeId: id }, body })
      notify(t('notices.objected'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('notices.send')} more={<Button onClick={onDone}>{t('ui:cancel')}</Button>}>
      <LongTextField name="text" label={t('notices.text')} hint={t('notices.textHint')} rows={5} />
    </Form>
  )
}
