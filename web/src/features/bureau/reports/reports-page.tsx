import type { ReportOfAgency, ReportTotals } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { day, dayOf } from '../../../ui/format.ts'
import { Card } from '../../../ui/card.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { FIGURES, figureColumns, shownFigure } from '../../registry/outcomes/report-columns.tsx'
import { useOrganisationColumns } from '../organisation-columns.tsx'
import { bureau } from '../queries.ts'

const route = getRouteApi('/bureau/reports')
const YEARS_SHOWN = 5

/** Yearly reports of agencies: who reported, and what it adds up to. */
export function ReportsPage() {
  const { t } = useTranslation('bureau')
  const { year } = route.useSearch()
  const columns = useColumns()
  const list = usePages(['bureau', 'reports', year], (cursor) =>
    bureau.annualReports({ query: { year, cursor, limit: 100 } }),
  )
  const totals = useQuery({
    queryKey: ['bureau', 'report-totals', year],
    queryFn: () => bureau.annualReportTotals({ query: { year } }),
  })
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead')}
      actions={<ExportButton name={t('reports.title')} columns={columns} rows={list} />}
    >
      <Years of={year} />
      <Answer of={totals}>{(all) => <Totals of={all} />}</Answer>
      <PagedTable
        of={list}
        caption={t('reports.title')}
        columns={columns}
        empty={<Empty title={t('reports.none')} />}
      />
    </Page>
  )
}

/** The last years that are over; the latest unless another is chosen. */
function Years({ of: year }: { of: string | undefined }) {
  const { t } = useTranslation('bureau')
  const navigate = useNavigate({ from: '/bureau/reports' })
  const latest = Number(dayOf(now()).slice(0, 4)) - 1
  const years = Array.from({ length: YEARS_SHOWN }, (_, at) => String(latest - at))
  const chosen = year ?? String(latest)
  return (
    <ChoiceFilter
      label={t('reports.year')}
      value={chosen}
      choices={[...new Set([...years, chosen])].map((each) => ({ value: each, label: each }))}
      onChange={(value) => void navigate({ search: { year: value }, replace: true })}
    />
  )
}

function Totals({ of: totals }: { of: ReportTotals }) {
  const { t } = useTranslation(['bureau', 'registry'])
  const { owing, reported, figures } = totals
  return (
    <div className="stack">
      <div className="tiles">
        <Figure
          label={t('reports.reported')}
          value={reported}
          unit={t('reports.unit')}
          definition={t('reports.reportedText')}
        />
        <Figure label={t('reports.owing')} value={owing} unit={t('reports.unit')} definition={t('reports.owingText')} />
      </div>
      {reported > 0 && (
        <Card title={t('reports.sums')}>
          <p className="quiet">{t('reports.sumsText')}</p>
          <Facts
            of={FIGURES.map((figure) => [t(`registry:reports.figure.${figure}`), shownFigure(figure, figures[figure])])}
          />
        </Card>
      )}
    </div>
  )
}

function useColumns(): Column<ReportOfAgency>[] {
  const { t } = useTranslation('registry')
  const { name, district } = useOrganisationColumns<ReportOfAgency>()
  return [
    name,
    { ...district, short: true },
    {
      key: 'reportedOn',
      short: true,
      title: t('reports.reportedOn'),
      plain: ({ reportedOn }) => reportedOn,
      cell: ({ reportedOn, caseId }) => (
        <Link to="/bureau/cases/$caseId" params={{ caseId }}>
          {day(reportedOn)}
        </Link>
      ),
    },
    ...figureColumns<ReportOfAgency>(),
  ]
}
