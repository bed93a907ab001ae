import { addressOf, type ImportReport as Report, registryRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { ImportReport } from '../../work/import-report.tsx'
import { ImportState } from './import-state.tsx'
import { useImport } from './queries.ts'

/** What became of the rows of one register so far. */
export function RegisterReport({ importId }: { importId: string }) {
  const report = useImport(importId)
  const client = useQueryClient()
  const status = report.data?.status
  // What lists and figures show is older than the rows that were just written.
  useEffect(() => {
    if (status === 'done') void client.invalidateQueries({ queryKey: ['bureau'], refetchType: 'none' })
  }, [status, client])
  return <Answer of={report}>{(data) => <Shown report={data} />}</Answer>
}

function Shown({ report }: { report: Report }) {
  const { t } = useTranslation('bureau')
  const { id, status } = report
  return (
    <ImportReport
      of={report}
      state={<ImportState of={report} />}
      running={status === 'running'}
      problem={status === 'failed' ? t('imports.failedText') : null}
      rejects={addressOf(registryRoutes.importRejects, { params: { importId: id } })}
    />
  )
}
