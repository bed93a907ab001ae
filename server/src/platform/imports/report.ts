import { type FileAnswer, type JobImportReport, platformFailures } from '@renshu/contracts'
import { csvCell, INTAKE_PROBLEMS, IntakeError, intakeMessage, type IntakeProblem } from '@renshu/intake'
import { AppError } from '../errors.ts'
import { keepBytes } from '../files/index.ts'
import type { Context, Language } from '../http/index.ts'
import type { TableKind } from './run.ts'
import { importsIn } from './store.ts'
import type { ImportRow, RejectRow } from './tables.ts'

const MOST_SHOWN = 100
const ALL = 1_000_000

type Kind = Pick<TableKind<never>, 'schema' | 'explain'>

/** The path of an import of an organisation. */
interface ImportPath {
  organisationId: string
  importId: string
}

const problemOf = ({ name }: ImportRow, problem: string, language: Language): string =>
  (INTAKE_PROBLEMS as readonly string[]).includes(problem)
    ? intakeMessage(new IntakeError(problem as IntakeProblem, { path: name }), language)
    : problem

async function reportsOf({ tx, city, language }: Context, kind: Kind, rows: readonly ImportRow[]) {
  const withRejects = rows.filter(({ rejected }) => rejected > 0).map(({ id }) => id)
  const rejects = await importsIn(kind.schema).firstRejects(tx, city, withRejects, MOST_SHOWN)
  return rows.map((row) =>
    reportOf(
      language,
      kind,
      row,
      rejects.filter(({ id }) => id === row.id),
    ),
  )
}

function reportOf(language: Language, kind: Kind, row: ImportRow, shown: readonly RejectRow[]): JobImportReport {
  const { id, name, done, read, created, updated, unchanged, waiting } = row
  return {
    id,
    name,
    at: row.importedAt.toISOString(),
    done,
    problem: row.problem === null ? null : problemOf(row, row.problem, language),
    read,
    created,
    updated,
    unchanged,
    waiting,
    rejectedCount: row.rejected,
    rejected: shown.map(({ line, columnName: column, value, reason }) => ({
      line,
      column,
      value,
      reason: kind.explain(reason, language),
    })),
  }
}

/** Keeps a table and queues its reading by the job `job`; the report then tells how far it is. */
export async function queueImport(
  context: Context,
  kind: Kind,
  upload: { organisationId: string; name: string; most: number | null; bytes: Uint8Array<ArrayBuffer>; job: string },
): Promise<JobImportReport> {
  const { tx, city, actor, now, newId, jobs } = context
  const { organisationId, name, most, bytes, job } = upload
  const file = await keepBytes(context, { name, bytes, type: 'application/octet-stream' })
  const about = { city, id: newId(), organisationId, importedAt: now(), importedBy: actor.personId }
  const row = await importsIn(kind.schema).insert(tx, { ...about, name, fileId: file.id, most })
  await jobs.send(tx, job, { city, importId: row.id })
  return reportOf(context.language, kind, row, [])
}

async function find({ tx, city }: Context, kind: Kind, path: ImportPath): Promise<ImportRow> {
  const row = await importsIn(kind.schema).byId(tx, city, path.importId)
  if (row?.organisationId !== path.organisationId) throw new AppError(platformFailures.notFound)
  return row
}

/** @throws platform.notFound */
export const showImport = async (context: Context, kind: Kind, path: ImportPath): Promise<JobImportReport> =>
  (await reportsOf(context, kind, [await find(context, kind, path)]))[0]!

/** Reports of some imports in the order of their ids here; the caller has looked whose they are. */
export async function showImports(context: Context, kind: Kind, ids: readonly string[]): Promise<JobImportReport[]> {
  const { tx, city } = context
  const rows = new Map((await importsIn(kind.schema).byIds(tx, city, ids)).map((row) => [row.id, row]))
  return reportsOf(
    context,
    kind,
    ids.flatMap((id) => rows.get(id) ?? []),
  )
}

/**
 * Every row that was sent back, to be mended and sent again; RFC 4180 with a byte order mark.
 * @throws platform.notFound
 */
export async function rejectsFile(context: Context, kind: Kind, path: ImportPath): Promise<FileAnswer> {
  const { tx, city, language } = context
  const { id } = await find(context, kind, path)
  const isChinese = language === 'zh'
  const heading = isChinese ? ['行', '列', '值', '原因'] : ['Line', 'Column', 'Value', 'Reason']
  const rejects = await importsIn(kind.schema).rejects(tx, city, id, ALL)
  const rows = rejects.map(({ line, columnName, value, reason }) => [
    String(line),
    columnName,
    value,
    kind.explain(reason, language),
  ])
  const text = `\uFEFF${[heading, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
  const name = isChinese ? '退回的行.csv' : 'rejected-rows.csv'
  return { name, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) }
}
