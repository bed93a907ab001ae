import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { NoticeCard } from '../hall/notice-card.tsx'
import { NoticeList } from '../hall/notice-list.tsx'
import { useServices } from '../hall/queries.ts'
import { office, officeDesk } from './queries.ts'

const route = getRouteApi('/bureau/cases/notices')

/** Every notice of the places of the officer's duties, also those the public no longer sees. */
export function OfficerNoticesPage() {
  const { t } = useTranslation(['office', 'services', 'ui'])
  const { service, open } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/cases/notices' })
  const running = open === 'true'
  const services = useServices().data ?? []
  const list = usePages([...officeDesk.key, 'notices', service, running], (cursor) =>
    office.officerNotices({ query: { service, open: String(running), cursor, limit: 50 } }),
  )
  const change = (name: 'service' | 'open') => (value: string) =>
    void navigate({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true })
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')}>
      <Toolbar>
        <ChoiceFilter
          label={t('services:notices.service')}
          value={service ?? ''}
          onChange={change('service')}
          choices={services.map(({ key, title }) => ({ value: key, label: nameIn(title) }))}
          all={t('ui:table.all')}
        />
        <ChoiceFilter
          label={t('services:notices.shown')}
          value={running ? 'true' : ''}
          onChange={change('open')}
          choices={[{ value: 'true', label: t('services:notices.running') }]}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <NoticeList of={list} empty={<Empty title={t('notices.none')} />}>
        {(notice) => <NoticeCard key={notice.id} of={notice} />}
      </NoticeList>
    </Page>
  )
}
