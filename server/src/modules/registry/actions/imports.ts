import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileFailures, type FileAnswer, type ImportReport, platformFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { organisationsOf } from '../../accounts/index.ts'
import { csvFile } from '../csv.ts'
import { importRegister, type RegisterReport } from '../imports/import-register.ts'
import { explainReason } from '../imports/reasons.ts'
import { importById, type ImportRow, insertImport } from '../store/imports.ts'

const MOST_SHOWN = 100

const reportOf = (row: ImportRow, { language }: Context): ImportReport => ({
  id: row.id,
  name: row.name,
  at: row.importedAt.toISOString(),
  read: row.read,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  rejectedCount: row.rejected.length,
  rejected: row.rejected
    .slice(0, MOST_SHOWN)
    .map((rejected) => ({ ...rejected, reason: explainReason(rejected.reason, language) })),
})

/** The rows of an uploaded register, written in the request's one transaction: all or, on a fault, none. */
async function read(context: Context, bytes: Uint8Array): Promise<RegisterReport> {
  const city = context.cities.get(context.city)
  if (!city) throw new AppError(platformFailures.notFound)
  const folder = await mkdtemp(join(tmpdir(), 'renshu-register-'))
  try {
    const path = join(folder, 'register')
    await writeFile(path, bytes, { mode: 0o600 })
    const { actor, language } = context
    const own = await organisationsOf(context, actor.personId!)
    const charge = { district: actor.officer?.district ?? null, own }
    return await importRegister({ path, city, charge, language, inTransaction: (work) => work(context) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Imports a register and keeps its report. */
export async function takeRegister(
  context: Context,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<ImportReport> {
  const { tx, city, actor, now, newId } = context
  if (bytes.length === 0) throw new AppError(fileFailures.empty)
  const report = await read(context, bytes)
  const row = { city, id: newId(), name, importedAt: now(), importedBy: actor.personId!, ...report }
  await insertImport(tx, row)
  return reportOf(row, context)
}

async function find({ tx, city }: Context, id: string): Promise<ImportRow> {
  const row = await importById(tx, city, id)
  if (!row) throw new AppError(platformFailures.notFound)
  return row
}

export const showImport = async (context: Context, id: string): Promise<ImportReport> =>
  reportOf(await find(context, id), context)

/** Every row that was sent back, to be mended and sent again. */
export async function rejectsFile(context: Context, id: string): Promise<FileAnswer> {
  const { language } = context
  const { rejected } = await find(context, id)
  const heading = language === 'zh' ? ['行', '列', '值', '原因'] : ['Line', 'Column', 'Value', 'Reason']
  const rows = rejected.map(({ line, column, value, reason }) => [
    String(line),
    column,
    value,
    explainReason(reason, language),
  ])
  return csvFile(language === 'zh' ? '退回的行.csv' : 'rejected-rows.csv', [heading, ...rows])
}
