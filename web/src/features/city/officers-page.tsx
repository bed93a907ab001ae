import { accountsRoutes, type Officer } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { accounts } from '../../app/accounts.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/dialog/confirm.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/fields/text-field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { notify } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { OfficerChange } from './officer-change.tsx'
import { RightsFields } from './rights-fields.tsx'

type OneOfficer = ReturnType<typeof Officer.parse>
const KEY = ['city', 'officers']

/** Who decides for the bureau, and for which district. */
export function OfficersPage() {
  const { t } = useTranslation('city')
  const client = useQueryClient()
  const changed = () => client.invalidateQueries({ queryKey: KEY })
  const query = useQuery({ queryKey: KEY, queryFn: () => accounts.listOfficers() })
  const columns = useColumns(changed)
  return (
    <Page title={t('rooms.officers')} lead={t('officers.lead')}>
      <Answer of={query}>
        {({ items }) => (
          <DataTable caption={t('rooms.officers')} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Answer>
      <Card title={t('officers.add')}>
        <Add onAdded={changed} />
      </Card>
    </Page>
  )
}

function useColumns(changed: () => Promise<void>): Column<OneOfficer>[] {
  const { t } = useTranslation(['city', 'accounts', 'ui'])
  const districtName = useDistrictName()
  return [
    { key: 'name', title: t('officers.name'), cell: ({ name }) => name },
    { key: 'phone', short: true, title: t('accounts:phone'), cell: ({ phone }) => phone ?? '-' },
    {
      key: 'scope',
      title: t('officers.scope'),
      cell: ({ district }) => (district ? districtName(district) : t('officers.wholeCity')),
    },
    {
      key: 'rights',
      title: t('officers.rights'),
      cell: ({ administrator, enrolled }) => (
        <>
          {administrator && <Status tone="good">{t('officers.administrator')}</Status>}{' '}
          {!enrolled && <Status tone="warn">{t('officers.notEnrolled')}</Status>}
        </>
      ),
    },
    {
      key: 'actions',
      title: t('ui:table.actions'),
      cell: ({ id, name, ...officer }) => (
        <span className="row">
          <OfficerChange of={{ id, name, ...officer }} onChanged={changed} />
          <Confirm
            action={t('officers.reset')}
            onConfirm={() => accounts.resetSecondFactor({ params: { officerId: id } }).then(changed)}
          >
            {t('officers.resetText')}
          </Confirm>
          <Confirm
            action={t('officers.remove')}
            danger
            onConfirm={() => accounts.removeOfficer({ params: { officerId: id } }).then(changed)}
          >
            {t('officers.removeText', { name })}
          </Confirm>
        </span>
      ),
    },
  ]
}

function Add({ onAdded }: { onAdded: () => Promise<void> }) {
  const { t } = useTranslation(['city', 'accounts'])
  const form = useForm({
    route: accountsRoutes.addOfficer,
    initial: { phone: '', name: '', district: '', administrator: false },
    send: async (body) => {
      await accounts.addOfficer({ body })
      await onAdded()
      notify(t('officers.added'))
    },
  })
  return (
    <Form form={form} action={t('officers.add')}>
      <TextField name="name" label={t('officers.name')} maxLength={40} />
      <TextField name="phone" label={t('accounts:phone')} type="tel" maxLength={11} />
      <RightsFields />
    </Form>
  )
}
