import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Chart } from '../../../ui/chart/chart.tsx'
import { instant, number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { type Market, MarketFigures, useMarket } from './market-figures.tsx'

const FEN = 100
type District = Market['districts'][number]
type Occupation = Market['occupations'][number]

/** The market today: what is open, where, in which occupations, for how much. */
export function MarketPage() {
  const { t } = useTranslation('jobs')
  const query = useMarket()
  return (
    <Page title={t('today.title')} lead={t('today.lead')} actions={<ButtonLink to="/jobs">{t('title')}</ButtonLink>}>
      <Answer of={query}>{(market) => <Tables of={market} />}</Answer>
    </Page>
  )
}

function Tables({ of: market }: { of: Market }) {
  const { t } = useTranslation('jobs')
  const { districts, occupations, at } = market
  return (
    <>
      <MarketFigures of={market} />
      <div className="split">
        <Counted title={t('today.byOccupation')} columns={useOccupationColumns()} rows={occupations} />
        <Counted title={t('today.byDistrict')} columns={useDistrictColumns()} rows={districts} />
      </div>
      <Drawn title={t('today.openingsByOccupation')} axis={t('filter.occupation')} of={occupations} />
      <Drawn title={t('today.openingsByDistrict')} axis={t('filter.place')} of={districts} />
      <p className="small quiet">{t('today.asOf', { at: instant(at) })}</p>
    </>
  )
}

interface CountedProps<T> {
  title: string
  columns: Column<T>[]
  rows: readonly T[]
}

/** The figures as a table that leads on to the postings, and as a file. */
function Counted<T extends District | Occupation>({ title, columns, rows }: CountedProps<T>) {
  return (
    <div className="stack">
      <div className="row">
        <h2>{title}</h2>
        <ExportButton name={title} columns={columns} rows={rows} />
      </div>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ code }) => code} />
    </div>
  )
}

/** As many bars as can be read at a look. */
const DRAWN = 12

function Drawn({ title, axis, of }: { title: string; axis: string; of: readonly (District | Occupation)[] }) {
  const { t } = useTranslation('jobs')
  const most = of.toSorted((one, other) => other.openings - one.openings).slice(0, DRAWN)
  if (!most.length) return null
  return (
    <Chart
      title={title}
      definition={t('today.chartIs', { count: DRAWN, openings: t('today.openingsIs') })}
      source={t('today.source')}
      axis={axis}
      unit={t('today.people')}
      categories={most.map(({ name }) => name)}
      series={[{ name: t('today.openings'), values: most.map(({ openings }) => openings) }]}
    />
  )
}

function useCountColumns<T extends District | Occupation>(): Column<T>[] {
  const { t } = useTranslation('jobs')
  return [
    {
      key: 'count',
      align: 'end',
      title: t('today.postings'),
      definition: t('today.postingsIs'),
      plain: ({ count }) => count,
      cell: ({ count }) => number(count),
    },
    {
      key: 'openings',
      align: 'end',
      title: t('today.openings'),
      definition: t('today.openingsIs'),
      plain: ({ openings }) => openings,
      cell: ({ openings }) => number(openings),
    },
  ]
}

function useDistrictColumns(): Column<District>[] {
  const { t } = useTranslation('jobs')
  const counts = useCountColumns<District>()
  const name: Column<District> = {
    key: 'name',
    title: t('filter.place'),
    plain: ({ name }) => name,
    cell: ({ code, name }) => (
      <Link to="/jobs" search={{ place: code }}>
        {name}
      </Link>
    ),
  }
  return [name, ...counts]
}

function useOccupationColumns(): Column<Occupation>[] {
  const { t } = useTranslation('jobs')
  const counts = useCountColumns<Occupation>()
  const name: Column<Occupation> = {
    key: 'name',
    title: t('filter.occupation'),
    plain: ({ name }) => name,
    cell: ({ code, name }) => (
      <Link to="/jobs" search={{ occupation: code }}>
        {name}
      </Link>
    ),
  }
  const pay: Column<Occupation> = {
    key: 'pay',
    align: 'end',
    title: `${t('today.medianPay')} (${t('today.yuan')})`,
    definition: t('today.medianPayIs'),
    plain: ({ medianPay }) => (medianPay === null ? null : Math.round(medianPay / FEN)),
    cell: ({ medianPay }) => (medianPay === null ? '-' : number(Math.round(medianPay / FEN))),
  }
  return [name, ...counts, pay]
}
