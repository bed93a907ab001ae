import { type JobCard, type matchRoutes, type Output, platformFailures, ProblemError } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Toolbar } from '../../../ui/filter/filter.tsx'
import { day, instant, monthlyPay, number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { usePlaceName } from '../../jobs/place-names.ts'
import { DistrictFilter } from './district-filter.tsx'
import { match } from './queries.ts'

type Shortages = Output<typeof matchRoutes.shortages>
type Row = Shortages['occupations'][number]
/** As many bars as can be read. */
const DRAWN = 12
/** The market is counted every hour; a new city waits for the first time. */
const isUncounted = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === platformFailures.unavailable.code
const route = getRouteApi('/bureau/shortages')

/** Where openings find nobody and people find no opening, by occupation and district. */
export function ShortagesPage() {
  const { t } = useTranslation('market')
  const { district } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/shortages' })
  const query = useQuery({
    queryKey: ['bureau', 'shortages', district],
    queryFn: () => match.shortages({ query: { district } }),
  })
  return (
    <Page title={t('shortages.title')} lead={t('shortages.lead')}>
      <Toolbar>
        <DistrictFilter
          value={district}
          onChange={(value) => void navigate({ search: value ? { district: value } : {}, replace: true })}
        />
      </Toolbar>
      {isUncounted(query.error) ? (
        <Empty title={t('shortages.uncounted')}>
          <p>{t('shortages.uncountedText')}</p>
        </Empty>
      ) : (
        <Answer of={query}>{(shortages) => <Shown of={shortages} />}</Answer>
      )}
    </Page>
  )
}

function Shown({ of: { occupations, jobs, asOf, day: on } }: { of: Shortages }) {
  const { t } = useTranslation('market')
  const columns = useColumns()
  if (!occupations.length) return <Empty title={t('shortages.none')} />
  const drawn = occupations.slice(0, DRAWN)
  return (
    <>
      <p className="quiet small">{t('shortages.asOf', { at: instant(asOf), day: day(on) })}</p>
      <Chart
        title={t('shortages.chart')}
        definition={t('shortages.definition')}
        source={t('shortages.source')}
        axis={t('shortages.occupation')}
        unit={t('shortages.people')}
        categories={drawn.map(({ name }) => name)}
        series={[
          { name: t('shortages.openingsAlone'), values: drawn.map(({ openingsAlone }) => openingsAlone) },
          { name: t('shortages.talentsAlone'), values: drawn.map(({ talentsAlone }) => talentsAlone) },
        ]}
      />
      <div className="row">
        <ExportButton name={t('shortages.title')} columns={columns} rows={occupations} />
      </div>
      <DataTable caption={t('shortages.table')} columns={columns} rows={occupations} rowKey={({ code }) => code} />
      {jobs.length > 0 && <Alone jobs={jobs} />}
    </>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('market')
  const counted = (key: 'openings' | 'openingsAlone' | 'talents' | 'talentsAlone'): Column<Row> => ({
    key,
    title: `${t(`shortages.${key}`)} (${t('shortages.people')})`,
    definition: t(`shortages.${key}Text`),
    align: 'end',
    plain: (row) => row[key],
    cell: (row) => number(row[key]),
  })
  return [
    { key: 'name', title: t('shortages.occupation'), plain: ({ name }) => name, cell: ({ name }) => name },
    counted('openings'),
    counted('openingsAlone'),
    counted('talents'),
    counted('talentsAlone'),
  ]
}

/** Postings nobody fits: each can be helped, by wider conditions, more pay, or training. */
function Alone({ jobs }: { jobs: readonly JobCard[] }) {
  const { t } = useTranslation(['market', 'hiring', 'ui'])
  const placeName = usePlaceName()
  return (
    <>
      <h2>{t('shortages.jobs')}</h2>
      <DataTable
        caption={t('shortages.jobs')}
        columns={[
          {
            key: 'title',
            title: t('hiring:jobs.posting'),
            cell: ({ id, title }) => (
              <Link to="/jobs/$jobId" params={{ jobId: id }}>
                {title}
              </Link>
            ),
          },
          {
            key: 'employer',
            title: t('hiring:jobs.employer'),
            cell: ({ employer }) => (
              <Link to="/organisations/$organisationId" params={{ organisationId: employer.id }}>
                {employer.name}
              </Link>
            ),
          },
          { key: 'openings', title: t('hiring:jobs.openings'), align: 'end', cell: ({ openings }) => number(openings) },
          { key: 'pay', title: t('hiring:jobs.pay'), short: true, cell: ({ salary }) => monthlyPay(salary) },
          {
            key: 'places',
            title: t('hiring:posting.places'),
            cell: ({ places }) => places.map(({ name }) => placeName(name)).join(t('ui:comma')),
          },
        ]}
        rows={jobs}
        rowKey={({ id }) => id}
      />
    </>
  )
}
