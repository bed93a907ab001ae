import { addressOf, type JobImportReport, officerPolicyRoutes, type RecordInUse } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChineseOnly } from '../../../../ui/text/chinese-only.tsx'
import { Card } from '../../../../ui/card.tsx'
import { TableUpload } from '../../../../ui/form/file-upload.tsx'
import { instant, number } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { Zh } from '../../values/amount.tsx'
import { KEY, officers, useRecords } from '../queries.ts'
import { BureauTabs } from '../tabs.tsx'
import { HeldImport } from './held-import.tsx'

const route = getRouteApi('/bureau/policies/records')

/** What policies ask of records, who answers, and importing what other authorities state. */
export function RecordsPage() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const { importId } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/policies/records' })
  const client = useQueryClient()
  return (
    <Page title={t('entitlements:bureau.room/records')} lead={t('entitlements:records.lead')}>
      <BureauTabs />
      <ChineseOnly />
      <TableUpload
        label={t('entitlements:records.file')}
        hint={t('entitlements:records.fileHint')}
        busy={t('entitlements:records.sending')}
        send={(name, bytes) => officers.importHeldFacts({ query: { name }, bytes })}
        onSent={async ({ id }) => {
          await client.invalidateQueries({ queryKey: [...KEY, 'imports'] })
          await navigate({ search: { importId: id } })
        }}
      />
      {importId && (
        <HeldImport
          key={importId}
          importId={importId}
          rejects={addressOf(officerPolicyRoutes.heldFactRejects, { params: { importId } })}
        />
      )}
      <Imports chosen={importId ?? null} />
      <Records />
    </Page>
  )
}

function Imports({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation(['policy', 'entitlements', 'hiring'])
  const list = usePages<JobImportReport>([...KEY, 'imports'], (cursor) =>
    officers.heldFactImports({ query: { cursor } }),
  )
  const columns: Column<JobImportReport>[] = [
    {
      key: 'name',
      title: t('entitlements:records.file'),
      cell: ({ id, name }) => (
        <Link to="/bureau/policies/records" search={{ importId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'at', title: t('entitlements:kept.at'), cell: ({ at }) => instant(at) },
    { key: 'read', align: 'end', title: t('hiring:imports.read'), cell: ({ read }) => number(read) },
    { key: 'created', align: 'end', title: t('hiring:imports.created'), cell: ({ created }) => number(created) },
    {
      key: 'rejected',
      align: 'end',
      title: t('hiring:imports.rejected'),
      cell: ({ rejectedCount }) => number(rejectedCount),
    },
  ]
  const isEmpty = chosen === null && list.data?.rows.length === 0
  return isEmpty ? null : (
    <Card title={t('entitlements:records.imports')}>
      <PagedTable
        of={list}
        caption={t('entitlements:records.imports')}
        columns={columns}
        empty={<p className="quiet">{t('entitlements:records.noImports')}</p>}
      />
    </Card>
  )
}

type OneRecord = RecordInUse

function Records() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const columns = useRecordColumns()
  return (
    <Answer of={useRecords()}>
      {(items) => (
        <section className="stack">
          <h2>{t('entitlements:records.inUse')}</h2>
          <DataTable
            caption={t('entitlements:records.inUse')}
            columns={columns}
            rows={items}
            rowKey={({ name, subject }) => `${name} ${subject}`}
            foot={<ExportButton name={t('entitlements:records.inUse')} columns={columns} rows={items} />}
          />
        </section>
      )}
    </Answer>
  )
}

function useRecordColumns(): Column<OneRecord>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  return [
    {
      key: 'label',
      title: t('entitlements:records.record'),
      plain: ({ label }) => label,
      cell: ({ label }) => <Zh>{label}</Zh>,
    },
    {
      key: 'name',
      title: t('entitlements:records.name'),
      plain: ({ name }) => name,
      cell: ({ name }) => <code>{name}</code>,
    },
    {
      key: 'type',
      short: true,
      title: t('entitlements:records.type'),
      plain: ({ type }) => (type ? t(`entitlements:type.${type}`) : ''),
      cell: ({ type }) => (type ? t(`entitlements:type.${type}`) : '-'),
    },
    {
      key: 'subject',
      short: true,
      title: t('library.subject'),
      plain: ({ subject }) => (subject ? t(`subject.${subject}`) : ''),
      cell: ({ subject }) => (subject ? t(`subject.${subject}`) : '-'),
    },
    {
      key: 'answeredBy',
      title: t('entitlements:records.answeredBy'),
      plain: ({ answeredBy }) => t(`entitlements:records.by.${answeredBy}`),
      cell: ({ answeredBy }) => (
        <Status tone={answeredBy === 'module' ? 'good' : 'quiet'}>{t(`entitlements:records.by.${answeredBy}`)}</Status>
      ),
    },
    {
      key: 'policies',
      title: t('entitlements:records.policies'),
      align: 'end',
      definition: t('entitlements:records.policiesText'),
      plain: ({ policies }) => policies.length,
      cell: ({ policies }) => number(policies.length),
    },
  ]
}
