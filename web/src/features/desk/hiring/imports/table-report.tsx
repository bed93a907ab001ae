import type { JobImportReport } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Status } from '../../../../ui/status.tsx'
import { ImportReport } from '../../../work/import-report.tsx'

/** What became of a table of postings or of people so far. */
export function TableReport({ report, rejects }: { report: JobImportReport; rejects?: string }) {
  const { t } = useTranslation('hiring')
  const { done, problem } = report
  return (
    <ImportReport
      of={report}
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
