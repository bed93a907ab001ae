import type { JobImportReport } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Status } from '../../../../ui/status.tsx'
import { ImportReport } from '../../../work/import-report.tsx'

interface TableReportProps {
  report: JobImportReport
  /** Address of all rows that were not taken. */
  rejects?: string
  /** Nobody looks at the rows before they count. */
  unmoderated?: boolean
}

/** What became of a table of postings or of people so far. */
export function TableReport({ report, rejects, unmoderated }: TableReportProps) {
  const { t } = useTranslation('hiring')
  const { done, problem } = report
  return (
    <ImportReport
      of={unmoderated ? { ...report, waiting: null } : report}
      state={
        <Status tone={problem ? 'bad' : done ? 'good' : 'warn'}>
          {t(problem ? 'imports.broken' : done ? 'imports.done' : 'imports.running')}
        </Status>
      }
      running={!done}
      problem={problem}
      {...(rejects && { rejects })}
    />
  )
}
