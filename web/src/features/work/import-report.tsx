import type { JobImportReport } from '@renshu/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { number } from '../../ui/format.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { useFieldName } from './field-names.ts'

type Counts = Pick<
  JobImportReport,
  'name' | 'read' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'rejectedCount'
>

interface ImportReportProps {
  /** `waiting`: rows that an officer has yet to look at, where somebody does. */
  of: Counts & { waiting?: number | null }
  /** How far it is, in a word or as a bar. */
  state: ReactNode
  running: boolean
  /** What ended it early. */
  problem: string | null
  /** Address of all rows that were not taken, as a file. */
  rejects?: string
}

/** What became of the rows of a table so far. */
export function ImportReport({ of: report, state, running, problem, rejects }: ImportReportProps) {
  const { t } = useTranslation('hiring')
  const { name, waiting, rejected, rejectedCount } = report
  const rows = (count: number) => t('imports.rows', { count: number(count) })
  return (
    <Card title={t('imports.report', { name })}>
      <div className="stack">
        <div role="status">{state}</div>
        {running && <p className="quiet">{t('imports.mayLeave')}</p>}
        {problem && <p role="alert">{problem}</p>}
        <Facts
          of={[
            [t('imports.read'), rows(report.read)],
            [t('imports.created'), rows(report.created)],
            [t('imports.updated'), rows(report.updated)],
            [t('imports.unchanged'), rows(report.unchanged)],
            [t('imports.waiting'), typeof waiting === 'number' ? rows(waiting) : null],
            [t('imports.rejected'), rows(rejectedCount)],
          ]}
        />
        {rejectedCount > 0 && <Rejected rows={rejected} file={rejects} />}
      </div>
    </Card>
  )
}

function Rejected({ rows, file }: { rows: Counts['rejected']; file: string | undefined }) {
  const { t } = useTranslation('hiring')
  const fieldName = useFieldName()
  return (
    <>
      {file && (
        <div>
          <a className="button" href={file} download>
            {t('imports.rejects')}
          </a>
        </div>
      )}
      <DataTable
        caption={t('imports.rejected')}
        columns={[
          { key: 'line', title: t('imports.line'), cell: ({ line }) => line },
          { key: 'column', title: t('imports.column'), cell: ({ column }) => fieldName(column) },
          { key: 'value', title: t('imports.value'), cell: ({ value }) => value },
          { key: 'reason', title: t('imports.why'), cell: ({ reason }) => reason },
        ]}
        rows={rows}
        rowKey={({ line, column }) => `${line} ${column}`}
      />
    </>
  )
}
