import { addressOf, type ImportReport, registryRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { bureau } from '../queries.ts'

/** A register of organisations from a spreadsheet, with what became of each row. */
export function ImportsPage() {
  const { t } = useTranslation('bureau')
  const client = useQueryClient()
  const id = useId()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const take = async (file: File) => {
    setPending(true)
    setError(null)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      setReport(await bureau.importRegister({ query: { name: file.name }, bytes }))
      await client.invalidateQueries()
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <Card>
        <div className="field">
          <label htmlFor={id}>{t('imports.file')}</label>
          <input
            id={id}
            type="file"
            className="input"
            accept=".xlsx,.csv"
            disabled={pending}
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) void take(file)
            }}
          />
          <div className="hint">{t('imports.hint')}</div>
          {pending && <div role="status">{t('imports.pending')}</div>}
        </div>
        {error && <ProblemNote error={error} />}
      </Card>
      {report && <Report report={report} />}
    </Page>
  )
}

function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation('bureau')
  const { id, name, rejected, rejectedCount } = report
  const rows = (count: number) => t('imports.rows', { count: number(count) })
  return (
    <Card title={t('imports.report', { name })}>
      <div className="stack">
        <Facts
          of={[
            [t('imports.read'), rows(report.read)],
            [t('imports.created'), rows(report.created)],
            [t('imports.updated'), rows(report.updated)],
            [t('imports.unchanged'), rows(report.unchanged)],
            [t('imports.rejected'), rows(rejectedCount)],
          ]}
        />
        {rejectedCount > 0 && (
          <>
            <div>
              <a
                className="button"
                href={addressOf(registryRoutes.importRejects, { params: { importId: id } })}
                download
              >
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
              rows={rejected}
              rowKey={({ line, column }) => `${line} ${column}`}
            />
          </>
        )}
      </div>
    </Card>
  )
}
