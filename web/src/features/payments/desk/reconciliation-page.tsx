import type { Reconciliation } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { isMonth, PolicyFilter } from '../policy-filter.tsx'
import { KEY, payments } from '../queries.ts'
import { Tabs } from '../tabs.tsx'

type Row = ReturnType<typeof Reconciliation.parse>['rows'][number]
const route = getRouteApi('/bureau/payments/reconciliation')
const COLUMNS = [
  'decided',
  'paid',
  'open',
  'returned',
  'withdrawn',
  'excess',
  'claimed',
  'recovered',
  'writtenOff',
  'outstanding',
] as const

/** Decided = paid + open + returned + withdrawn, and what came back: to the fen, by policy and month. */
export function ReconciliationPage() {
  const { t } = useTranslation('payments')
  const search = route.useSearch()
  const columns = useColumns()
  const query = useQuery({
    queryKey: [...KEY, 'reconciliation', search],
    queryFn: () => payments.reconciliation({ query: search }),
  })
  return (
    <Page title={t('rooms./bureau/payments/reconciliation')} lead={t('sums.lead')}>
      <Tabs />
      <Filters rows={query.data?.rows ?? []} />
      <Answer of={query}>
        {(sums) => (
          <>
            <Agreement of={sums} />
            {sums.rows.length ? (
              <DataTable
                caption={t('rooms./bureau/payments/reconciliation')}
                columns={columns}
                rows={sums.rows}
                rowKey={({ policy, month }) => `${policy} ${month}`}
              />
            ) : (
              <Empty title={t('sums.none')} />
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function Filters({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('payments')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/payments/reconciliation' })
  const columns = useColumns()
  const change = (name: 'from' | 'until' | 'policy') => (value: string) => {
    const { [name]: _, ...others } = search
    const fits = name === 'policy' ? value !== '' : isMonth(value)
    void navigate({ search: { ...others, ...(fits && { [name]: value }) }, replace: true })
  }
  return (
    <Toolbar actions={<ExportButton name={t('rooms./bureau/payments/reconciliation')} columns={columns} rows={rows} />}>
      <TextFilter label={t('sums.from')} value={search.from ?? ''} onChange={change('from')} placeholder="2026-01" />
      <TextFilter label={t('sums.until')} value={search.until ?? ''} onChange={change('until')} placeholder="2026-12" />
      <PolicyFilter value={search.policy ?? ''} onChange={change('policy')} />
    </Toolbar>
  )
}

function Agreement({ of: { total, ledger, agrees } }: { of: ReturnType<typeof Reconciliation.parse> }) {
  const { t } = useTranslation('payments')
  return (
    <Card title={t('sums.total')}>
      <div className="stack">
        <p className={agrees ? 'note good' : 'note bad'} role="status">
          {t(agrees ? 'sums.agrees' : 'sums.differs')}
        </p>
        <Facts
          of={[
            ...COLUMNS.map((name) => [t(`sums.${name}`), yuan(total[`${name}Fen`])] as const),
            [t('sums.ledgerPaid'), yuan(ledger.paidFen)],
            [t('sums.ledgerRecovered'), yuan(ledger.recoveredFen)],
          ]}
        />
      </div>
    </Card>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'title',
      title: t('payable.policy'),
      plain: ({ title }) => nameIn(title),
      cell: ({ title, policy, month }) => (
        <Link to="/bureau/payments/payables" search={{ month, ...(policy && { policy }) }}>
          {nameIn(title)}
        </Link>
      ),
    },
    { key: 'month', title: t('payable.month'), short: true, plain: ({ month }) => month, cell: ({ month }) => month },
    ...COLUMNS.map((name): Column<Row> => ({
      key: name,
      title: t(`sums.${name}`),
      align: 'end',
      definition: t(`sums.text.${name}`),
      plain: (row) => row[`${name}Fen`] / 100,
      cell: (row) => yuan(row[`${name}Fen`]),
    })),
  ]
}
