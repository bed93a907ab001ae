import { type FileAnswer, type ImportReport, type ImportSummary, platformFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import { keepBytes } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisationsOf } from '../../accounts/index.ts'
import { csvFile } from './csv.ts'
import { IMPORT_JOB } from '../imports/continue-import.ts'
import { explainReason } from '../imports/reasons.ts'
import { importById, type ImportRow, importsPage, insertImport, rejectedRows } from '../store/imports.ts'

const MOST_SHOWN = 100

const summaryOf = (row: ImportRow): ImportSummary => ({
  id: row.id,
  name: row.name,
  at: row.importedAt.toISOString(),
  status: row.status,
  rows: row.rows,
  read: row.read,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  rejectedCount: row.rejectedCount,
})

async function reportOf(row: ImportRow, { tx, city, language }: Context): Promise<ImportReport> {
  const rejected = await rejectedRows(tx, city, row.id, MOST_SHOWN)
  return {
    ...summaryOf(row),
    rejected: rejected.map((each) => ({ ...each, reason: explainReason(each.reason, language) })),
  }
}

/** Keeps a register that was read through, and has its rows written batch by batch from now on. */
export async function beginImport(
  context: Context,
  { name, bytes, rows }: { name: string; bytes: Uint8Array<ArrayBuffer>; rows: number },
): Promise<ImportReport> {
  const { tx, city, actor, now, newId, jobs } = context
  const file = await keepBytes(context, { name, bytes, type: 'application/octet-stream' })
  const row: ImportRow = {
    city,
    id: newId(),
    name,
    importedAt: now(),
    importedBy: actor.personId!,
    status: 'running',
    rows,
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejectedCount: 0,
    fileId: file.id,
    district: actor.officer?.district ?? null,
    ownOrganisations: [...(await organisationsOf(context, actor.personId!))],
    movedAt: now(),
    tries: 0,
  }
  await insertImport(tx, row)
  await jobs.send(tx, IMPORT_JOB, { city, importId: row.id })
  return reportOf(row, context)
}

async function find({ tx, city }: Context, id: string): Promise<ImportRow> {
  const row = await importById(tx, city, id)
  if (!row) throw new AppError(platformFailures.notFound)
  return row
}

export const showImport = async (context: Context, id: string): Promise<ImportReport> =>
  reportOf(await find(context, id), context)

/** The newest first; an officer of a district sees the own. */
export async function listImports({ tx, city }: Context, query: Parameters<typeof importsPage>[2]) {
  const page = await importsPage(tx, city, query)
  return { ...page, items: page.items.map(summaryOf) }
}

/** Every row that was sent back, to be mended and sent again. */
export async function rejectsFile(context: Context, id: string): Promise<FileAnswer> {
  const { tx, city, language } = context
  await find(context, id)
  const heading = language === 'zh' ? ['行', '列', '值', '原因'] : ['Line', 'Column', 'Value', 'Reason']
  const rows = (await rejectedRows(tx, city, id)).map(({ line, column, value, reason }) => [
    String(line),
    column,
    value,
    explainReason(reason, language),
  ])
  return csvFile(language === 'zh' ? '退回的行.csv' : 'rejected-rows.csv', [heading, ...rows])
}
