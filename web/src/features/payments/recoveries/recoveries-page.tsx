import { type Recovery, RecoveryStatus } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { day, yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { KEY, payments } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { RECOVERY_TONE } from '../tones.ts'

type OneRecovery = ReturnType<typeof Recovery.parse>
const route = getRouteApi('/bureau/payments/recoveries')

/** Money that has to come back. */
export function RecoveriesPage() {
  const { t } = useTranslation(['payments', 'ui'])
  const status = RecoveryStatus.safeParse(route.useSearch().status).data
  const navigate = useNavigate({ from: '/bureau/payments/recoveries' })
  const columns = useColumns()
  const list = usePages([...KEY, 'recoveries', status], (cursor) =>
    payments.recoveries({ query: { status, cursor, limit: 50 } }),
  )
  return (
    <Page title={t('rooms./bureau/payments/recoveries')} lead={t('recovery.lead')}>
      <Tabs />
      <Toolbar>
        <ChoiceFilter
          label={t('payable.status')}
          value={status ?? ''}
          onChange={(value) => void navigate({ search: value ? { status: value } : {}, replace: true })}
          choices={RecoveryStatus.options.map((value) => ({ value, label: t(`recovery.status.${value}`) }))}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('rooms./bureau/payments/recoveries')}
        columns={columns}
        empty={<Empty title={t('recovery.none')} />}
      />
    </Page>
  )
}

function useColumns(): Column<OneRecovery>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'payee',
      title: t('payable.payee'),
      cell: ({ id, payee }) => (
        <Link to="/bureau/payments/recoveries/$recoveryId" params={{ recoveryId: id }}>
          {payee.name}
        </Link>
      ),
    },
    { key: 'title', title: t('payable.title'), cell: ({ title }) => nameIn(title) },
    { key: 'reason', title: t('recovery.why'), cell: ({ reason }) => t(`recovery.reason.${reason}`) },
    { key: 'amount', title: t('payable.amount'), align: 'end', cell: ({ amountFen }) => yuan(amountFen) },
    { key: 'recovered', title: t('recovery.recovered'), align: 'end', cell: ({ recoveredFen }) => yuan(recoveredFen) },
    {
      key: 'status',
      title: t('payable.status'),
      cell: ({ status }) => <Status tone={RECOVERY_TONE[status]}>{t(`recovery.status.${status}`)}</Status>,
    },
    {
      key: 'due',
      title: t('recovery.due'),
      cell: ({ dueOn, overdue }) => (
        <>
          {dueOn ? day(dueOn) : '-'} {overdue && <Status tone="bad">{t('recovery.overdue')}</Status>}
        </>
      ),
    },
  ]
}
