import type { AnnualReport } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { figureColumns } from './report-columns.tsx'

/** Yearly reports of an agency (年度报告), as its desk and the bureau see them. */
export function Reports({ of: reports }: { of: readonly AnnualReport[] }) {
  const { t } = useTranslation('registry')
  if (!reports.length) return null
  return (
    <Card title={t('reports.title')}>
      <DataTable
        caption={t('reports.title')}
        columns={[
          { key: 'year', short: true, title: t('reports.year'), cell: ({ year }) => String(year) },
          { key: 'reportedOn', short: true, title: t('reports.reportedOn'), cell: ({ reportedOn }) => day(reportedOn) },
          ...figureColumns<AnnualReport>(),
        ]}
        rows={reports}
        rowKey={({ id }) => id}
      />
    </Card>
  )
}
