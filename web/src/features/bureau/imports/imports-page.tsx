import type { ImportSummary } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { instant, number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { bureau } from '../queries.ts'
import { ImportReport } from './import-report.tsx'
import { ImportState } from './import-state.tsx'
import { useImports } from './queries.ts'

const route = getRouteApi('/bureau/imports')

/** Registers from spreadsheets: a new one, the one looked at, and those before. The page may be left meanwhile. */
export function ImportsPage() {
  const { t } = useTranslation('bureau')
  const { importId } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/imports' })
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <Upload onBegun={(begun) => void navigate({ search: { importId: begun } })} />
      {importId && <ImportReport key={importId} importId={importId} />}
      <LastImports chosen={importId ?? null} />
    </Page>
  )
}

function Upload({ onBegun }: { onBegun: (importId: string) => void }) {
  const { t } = useTranslation('bureau')
  const client = useQueryClient()
  const id = useId()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const take = async (file: File) => {
    setPending(true)
    setError(null)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const begun = await bureau.importRegister({ query: { name: file.name }, bytes })
      await client.invalidateQueries({ queryKey: ['bureau', 'imports'] })
      onBegun(begun.id)
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return (
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
        {pending && <div role="status">{t('imports.reading')}</div>}
      </div>
      {error && <ProblemNote error={error} />}
    </Card>
  )
}

function LastImports({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation('bureau')
  const imports = useImports()
  const columns: Column<ImportSummary>[] = [
    {
      key: 'name',
      title: t('imports.file'),
      cell: ({ id, name }) => (
        <Link to="/bureau/imports" search={{ importId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'at', title: t('imports.at'), cell: ({ at }) => instant(at) },
    { key: 'state', title: t('imports.state'), cell: (each) => <ImportState of={each} /> },
    { key: 'rows', title: t('imports.rowsOfFile'), align: 'end', cell: ({ rows }) => number(rows) },
    { key: 'rejected', title: t('imports.rejected'), align: 'end', cell: (each) => number(each.rejectedCount) },
  ]
  return (
    <Answer of={imports}>
      {(rows) =>
        rows.length > 0 && (
          <DataTable
            caption={t('imports.last')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            chosen={chosen}
          />
        )
      }
    </Answer>
  )
}
