import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { instant, monthlyPay, number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { type Market, MarketFigures, useMarket } from './market-figures.tsx'

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
        <DataTable
          caption={t('today.byOccupation')}
          columns={useOccupationColumns()}
          rows={occupations}
          rowKey={({ code }) => code}
        />
        <DataTable
          caption={t('today.byDistrict')}
          columns={useDistrictColumns()}
          rows={districts}
          rowKey={({ code }) => code}
        />
      </div>
      <p className="small quiet">{t('today.asOf', { at: instant(at) })}</p>
    </>
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
      cell: ({ count }) => number(count),
    },
    {
      key: 'openings',
      align: 'end',
      title: t('today.openings'),
      definition: t('today.openingsIs'),
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
    cell: ({ code, name }) => (
      <Link to="/jobs" search={{ occupation: code }}>
        {name}
      </Link>
    ),
  }
  const pay: Column<Occupation> = {
    key: 'pay',
    align: 'end',
    title: t('today.medianPay'),
    definition: t('today.medianPayIs'),
    cell: ({ medianPay }) => (medianPay === null ? '-' : monthlyPay({ min: medianPay, max: medianPay })),
  }
  return [name, ...counts, pay]
}
