import type { LedgerTotal } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { Chart } from '../../ui/chart/chart.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { number } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { ExportButton } from '../../ui/table/export-button.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { byMonth, lastDayOf } from './months.ts'
import { ledger, useKind, useQuantity } from './queries.ts'

const route = getRouteApi('/bureau/ledger/totals')

/** Figures by kind, district and month; each opens to its entries. */
export function TotalsPage() {
  const { t } = useTranslation('ledger')
  const filter = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/ledger/totals' })
  const query = useQuery({ queryKey: ['ledger', 'totals', filter], queryFn: () => ledger.totals({ query: filter }) })
  const columns = useColumns()
  const rows = query.data?.items ?? []
  return (
    <Page title={t('totals.title')} lead={t('totals.lead')}>
      <LedgerFilters
        filter={filter}
        onChange={(search) => void navigate({ search, replace: true })}
        actions={<ExportButton name={t('totals.title')} columns={columns} rows={rows} />}
      />
      <Answer of={query}>
        {({ items }) =>
          items.length ? (
            <>
              {filter.kind && <Months kind={filter.kind} totals={items} />}
              <DataTable
                caption={t('totals.title')}
                columns={columns}
                rows={items}
                rowKey={({ kind, district, month }) => `${kind} ${district} ${month}`}
              />
            </>
          ) : (
            <Empty title={t('entries.none')}>
              <p>{t('entries.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

/** One kind by month, a bar for the whole city; only times may be added up over districts. */
function Months({ kind, totals }: { kind: string; totals: readonly LedgerTotal[] }) {
  const { t } = useTranslation('ledger')
  const { name, definition, unit, isMoney } = useKind()(kind)
  const { months, values } = useMemo(() => byMonth(totals), [totals])
  const series = useMemo(
    () => [{ name, values: isMoney ? values.map((fen) => fen / 100) : values }],
    [name, values, isMoney],
  )
  return (
    <Chart
      title={name}
      unit={unit}
      definition={`${definition} ${t('totals.added')}`}
      source={t('totals.source')}
      axis={t('totals.month')}
      categories={months}
      series={series}
    />
  )
}

function useColumns(): Column<LedgerTotal>[] {
  const { t } = useTranslation('ledger')
  const kindOf = useKind()
  const value = useValueColumn()
  const districtName = useDistrictName()
  return [
    {
      key: 'month',
      short: true,
      title: t('totals.month'),
      plain: ({ month }) => month,
      cell: ({ month, kind, district }) => (
        <Link
          to="/bureau/ledger"
          search={{ kind, from: `${month}-01`, until: lastDayOf(month), ...(district && { district }) }}
        >
          {month}
        </Link>
      ),
    },
    {
      key: 'kind',
      short: true,
      title: t('kind'),
      plain: ({ kind }) => kindOf(kind).name,
      cell: ({ kind }) => kindOf(kind).name,
    },
    {
      key: 'district',
      short: true,
      title: t('district'),
      plain: ({ district }) => districtName(district),
      cell: ({ district }) => districtName(district) || '-',
    },
    value,
    {
      key: 'entries',
      title: t('totals.entries'),
      align: 'end',
      definition: t('totals.entriesText'),
      plain: ({ entries }) => entries,
      cell: ({ entries }) => number(entries),
    },
  ]
}

function useValueColumn(): Column<LedgerTotal> {
  const { t } = useTranslation('ledger')
  const kindOf = useKind()
  const quantityOf = useQuantity()
  return {
    key: 'value',
    title: t('totals.value'),
    align: 'end',
    plain: ({ value, kind }) => (kindOf(kind).isMoney ? value / 100 : value),
    cell: ({ value, kind }) => quantityOf(kind, value),
  }
}
