import { addressOf, type ImportReport as Report, registryRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { number } from '../../../ui/format.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ImportState } from './import-state.tsx'
import { useImport } from './queries.ts'

/** What became of the rows of one import so far. */
export function ImportReport({ importId }: { importId: string }) {
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
  const { name, status, rejected, rejectedCount } = report
  const rows = (count: number) => t('imports.rows', { count: number(count) })
  return (
    <Card title={t('imports.report', { name })}>
      <div className="stack">
        <div>
          <ImportState of={report} />
        </div>
        {status === 'running' && <p className="quiet">{t('imports.pending')}</p>}
        {status === 'failed' && <p role="alert">{t('imports.failedText')}</p>}
        <Facts
          of={[
            [t('imports.read'), rows(report.read)],
            [t('imports.created'), rows(report.created)],
            [t('imports.updated'), rows(report.updated)],
            [t('imports.unchanged'), rows(report.unchanged)],
            [t('imports.rejected'), rows(rejectedCount)],
          ]}
        />
        {rejectedCount > 0 && <Rejected importId={report.id} rows={rejected} />}
      </div>
    </Card>
  )
}

function Rejected({ importId, rows }: { importId: string; rows: Report['rejected'] }) {
  const { t } = useTranslation('bureau')
  return (
    <>
      <div>
        <a className="button" href={addressOf(registryRoutes.importRejects, { params: { importId } })} download>
          {t('imports.rejects')}
        </a>
      </div>
      <DataTable
        caption={t('imports.rejected')}
        columns={[
          { key: 'line', title: t('imports.line'), cell: ({ line }) => line },
          { key: 'column', title: t('imports.column'), cell: ({ column }) => column },
          { key: 'value', title: t('imports.value'), cell: ({ value }) => value },
          { key: 'reason', title: t('decision.reason'), cell: ({ reason }) => reason },
        ]}
        rows={rows}
        rowKey={({ line, column }) => `${line} ${column}`}
      />
    </>
  )
}
