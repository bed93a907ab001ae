import type { ImportSummary } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TableUpload } from '../../../ui/form/file-upload.tsx'
import { instant, number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { bureau } from '../queries.ts'
import { ImportState } from './import-state.tsx'
import { useImports } from './queries.ts'
import { RegisterReport } from './register-report.tsx'

const route = getRouteApi('/bureau/imports')

/** Registers from spreadsheets: a new one, the one looked at, and those before. The page may be left meanwhile. */
export function ImportsPage() {
  const { t } = useTranslation('bureau')
  const { importId } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/imports' })
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <Upload onBegun={(begun) => void navigate({ search: { importId: begun } })} />
      {importId && <RegisterReport key={importId} importId={importId} />}
      <LastImports chosen={importId ?? null} />
    </Page>
  )
}

function Upload({ onBegun }: { onBegun: (importId: string) => void }) {
  const { t } = useTranslation('bureau')
  const client = useQueryClient()
  return (
    <TableUpload
      label={t('imports.file')}
      hint={t('imports.hint')}
      busy={t('imports.reading')}
      send={(name, bytes) => bureau.importRegister({ query: { name }, bytes })}
      onSent={async ({ id }) => {
        await client.invalidateQueries({ queryKey: ['bureau', 'imports'] })
        onBegun(id)
      }}
    />
  )
}

function LastImports({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation(['bureau', 'hiring'])
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
    { key: 'rejected', title: t('hiring:imports.rejected'), align: 'end', cell: (each) => number(each.rejectedCount) },
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
