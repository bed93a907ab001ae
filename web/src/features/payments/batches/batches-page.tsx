import { type Batch, BatchStatus } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { instant, yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { KEY, payments } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { BATCH_TONE } from '../tones.ts'

type OneBatch = ReturnType<typeof Batch.parse>
const route = getRouteApi('/bureau/payments/batches')

/** Batches: drafted by one, released by another, answered by the bank. */
export function BatchesPage() {
  const { t } = useTranslation(['payments', 'ui'])
  const status = BatchStatus.safeParse(route.useSearch().status).data
  const navigate = useNavigate({ from: '/bureau/payments/batches' })
  const columns = useColumns()
  const list = usePages([...KEY, 'batches', status], (cursor) =>
    payments.batches({ query: { status, cursor, limit: 50 } }),
  )
  return (
    <Page title={t('rooms./bureau/payments/batches')} lead={t('batch.lead')}>
      <Tabs />
      <Toolbar>
        <ChoiceFilter
          label={t('payable.status')}
          value={status ?? ''}
          onChange={(value) => void navigate({ search: value ? { status: value } : {}, replace: true })}
          choices={BatchStatus.options.map((value) => ({ value, label: t(`batch.status.${value}`) }))}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('rooms./bureau/payments/batches')}
        columns={columns}
        empty={
          <Empty
            title={t('batch.none')}
            actions={
              <ButtonLink to="/bureau/payments/payables" search={{ status: 'open' }}>
                {t('rooms./bureau/payments/payables')}
              </ButtonLink>
            }
          />
        }
      />
    </Page>
  )
}

function useColumns(): Column<OneBatch>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'number',
      title: t('payable.batch'),
      cell: ({ id, number, purpose }) => (
        <>
          <Link to="/bureau/payments/batches/$batchId" params={{ batchId: id }}>
            {number}
          </Link>
          <div className="small quiet">{purpose}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('payable.status'),
      cell: ({ status }) => <Status tone={BATCH_TONE[status]}>{t(`batch.status.${status}`)}</Status>,
    },
    { key: 'rows', title: t('batch.rows'), align: 'end', cell: ({ rows }) => rows },
    { key: 'total', title: t('batch.total'), align: 'end', cell: ({ totalFen }) => yuan(totalFen) },
    { key: 'paid', title: t('status.paid'), align: 'end', cell: ({ paidFen }) => yuan(paidFen) },
    { key: 'returned', title: t('status.returned'), align: 'end', cell: ({ returnedFen }) => yuan(returnedFen) },
    { key: 'drafted', title: t('batch.drafted'), cell: ({ drafted }) => `${drafted.byName} ${instant(drafted.at)}` },
    {
      key: 'released',
      title: t('batch.released'),
      cell: ({ released }) => (released ? `${released.byName} ${instant(released.at)}` : '-'),
    },
  ]
}
