import { type FileAnswer, fileFailures, type JobImportReport, platformFailures } from '@renshu/contracts'
import { csvCell, INTAKE_PROBLEMS, IntakeError, intakeMessage, type IntakeProblem } from '@renshu/intake'
import { AppError } from '../../../platform/errors.ts'
import { keepBytes } from '../../../platform/files/index.ts'
import { type Context, type Language, withSlowStep } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { explainReject } from '../imports/reasons.ts'
import { checkTable, withFile } from '../imports/table.ts'
import { importById, type ImportRow, insertImport, rejectsOf } from '../store/imports.ts'
import { requireRecruiter } from './post.ts'

const MOST_SHOWN = 100
const ALL = 1_000_000

/** The job that reads what was uploaded. */
export const IMPORT_JOB = 'jobs.import'

async function reportOf({ tx, city, language }: Context, row: ImportRow): Promise<JobImportReport> {
  const { id, name, done, read, created, updated, unchanged, waiting } = row
  const shown = row.rejected > 0 ? await rejectsOf(tx, city, id, MOST_SHOWN) : []
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
      reason: explainReject(reason, language),
    })),
  }
}

const problemOf = ({ name }: ImportRow, problem: string, language: Language): string =>
  (INTAKE_PROBLEMS as readonly string[]).includes(problem)
    ? intakeMessage(new IntakeError(problem as IntakeProblem, { path: name }), language)
    : problem

interface Upload {
  params: { organisationId: string }
  query: { name: string; limit?: number | undefined }
  bytes: Uint8Array<ArrayBuffer>
}

/** @throws jobs.unreadableTable in the caller's language */
async function check(bytes: Uint8Array, language: Language): Promise<void> {
  await withFile(bytes, checkTable).catch((error: unknown) => {
    throw error instanceof IntakeError ? fail.unreadableTable({ problem: intakeMessage(error, language) }) : error
  })
}

/** Keeps a table that can be read and queues its reading; the report then tells how far it is. */
export const importJobs = withSlowStep<Upload, JobImportReport, Upload & { language: Language }, void>({
  async look(input, context) {
    await requireRecruiter(context, input.params.organisationId)
    if (input.bytes.length === 0) throw new AppError(fileFailures.empty)
    return { ...input, language: context.language }
  },
  work: ({ bytes, language }) => check(bytes, language),
  async handle({ params, query, bytes }, context) {
    const { tx, city, actor, now, newId, jobs } = context
    const { organisationId } = params
    await requireRecruiter(context, organisationId)
    const { name, limit } = query
    const file = await keepBytes(context, { name, bytes, type: 'application/octet-stream' })
    const about = { city, id: newId(), organisationId, importedAt: now(), importedBy: actor.personId }
    const row = await insertImport(tx, { ...about, name, fileId: file.id, most: limit ?? null })
    await jobs.send(tx, IMPORT_JOB, { city, importId: row.id })
    return reportOf(context, row)
  },
})

type Path = { organisationId: string; importId: string }

async function find({ tx, city }: Context, { organisationId, importId }: Path): Promise<ImportRow> {
  const row = await importById(tx, city, importId)
  if (row?.organisationId !== organisationId) throw new AppError(platformFailures.notFound)
  return row
}

export const showImport = async (context: Context, path: Path): Promise<JobImportReport> =>
  reportOf(context, await find(context, path))

/** Every row that was sent back, to be mended and sent again; RFC 4180 with a byte order mark. */
export async function rejectsFile(context: Context, path: Path): Promise<FileAnswer> {
  const { tx, city, language } = context
  const { id } = await find(context, path)
  const isChinese = language === 'zh'
  const heading = isChinese ? ['行', '列', '值', '原因'] : ['Line', 'Column', 'Value', 'Reason']
  const rows = (await rejectsOf(tx, city, id, ALL)).map(({ line, columnName, value, reason }) => [
    String(line),
    columnName,
    value,
    explainReject(reason, language),
  ])
  const text = `\uFEFF${[heading, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
  const name = isChinese ? '退回的行.csv' : 'rejected-rows.csv'
  return { name, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) }
}
