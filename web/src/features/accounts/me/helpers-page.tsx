import { accountsRoutes, type Helper, MANDATE_PURPOSES } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { ChecksField } from '../../../ui/form/fields/checks-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useHelpers, useMeChanged } from './queries.ts'

type OneHelper = ReturnType<typeof Helper.parse>
const TONE = { invited: 'warn', active: 'good', ended: 'quiet' } as const

/** Those who may act for the person. */
export function HelpersPage() {
  const { t } = useTranslation(['me', 'ui'])
  const changed = useMeChanged()
  const end = (helperId: string) => accounts.endHelper({ params: { helperId } }).then(changed)
  const columns: Column<OneHelper>[] = [
    { key: 'who', title: t('helpers.who'), cell: ({ name, phone }) => `${name ?? ''} ${phone}` },
    {
      key: 'purposes',
      title: t('helpers.purposes'),
      cell: ({ purposes }) => purposes.map((purpose) => t(`purpose.${purpose}`)).join(t('ui:comma')),
    },
    { key: 'until', short: true, title: t('helpers.until'), cell: ({ until }) => day(until) },
    {
      key: 'status',
      short: true,
      title: t('consents.state'),
      cell: ({ status }) => <Status tone={TONE[status]}>{t(`helpers.${status}`)}</Status>,
    },
    {
      key: 'end',
      title: t('ui:table.actions'),
      cell: ({ id, status }) =>
        status === 'ended' ? null : (
          <Confirm action={t('helpers.end')} onConfirm={() => end(id)}>
            {t('helpers.endText')}
          </Confirm>
        ),
    },
  ]
  return (
    <Page title={t('rooms.helpers')} lead={t('helpers.lead')}>
      <Answer of={useHelpers()}>
        {({ items }) =>
          items.length > 0 && (
            <DataTable caption={t('rooms.helpers')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Answer>
      <Invite />
    </Page>
  )
}

function Invite() {
  const { t } = useTranslation('me')
  const changed = useMeChanged()
  const form = useForm({
    route: accountsRoutes.inviteHelper,
    initial: { phone: '', purposes: [], until: '' },
    send: async (body) => {
      await accounts.inviteHelper({ body })
      await changed()
      notify(t('helpers.sent'))
    },
  })
  const choices = MANDATE_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))
  return (
    <Card title={t('helpers.invite')}>
      <Form form={form} action={t('helpers.invite')}>
        <TextField name="phone" label={t('helpers.phone')} type="tel" maxLength={11} hint={t('helpers.phoneHint')} />
        <ChecksField name="purposes" label={t('helpers.purposes')} choices={choices} />
        <TextField name="until" label={t('helpers.until')} type="date" />
      </Form>
    </Card>
  )
}
