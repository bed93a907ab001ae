import { basename } from 'node:path'
import { IntakeError, intakeMessage } from '@renshu/intake'
import type { City } from './city/index.ts'
import { checkTable, JOBS_TABLE, requireRecruiter } from './modules/jobs/index.ts'
import { AppError } from './platform/errors.ts'
import type { Language } from './platform/http/index.ts'
import { problemOf } from './platform/http/problem.ts'
import { importsIn, importTable } from './platform/imports/index.ts'
import type { Services } from './platform/services.ts'
import { TableRefused } from './table-refused.ts'

/** How many rows of a table of postings were read and what became of them. */
export interface PostingsSummary {
  read: number
  created: number
  updated: number
  unchanged: number
  /** Of those created and updated, how many wait for an officer. */
  waiting: number
  rejected: { line: number; column: string; value: string; reason: string }[]
}

interface Wanted {
  organisationId: string
  path: string
  /** Rows read at most; null: all. */
  most: number | null
  language: Language
  onBatch: (share: number) => void
}

/**
 * Imports a table of postings for an organisation straight into the database: for an installation that is not running,
 * or its own operator.
 * @throws TableRefused where it is no such table or the organisation may not recruit; nothing is written then
 */
export async function importPostingsFile(services: Services, city: City, wanted: Wanted): Promise<PostingsSummary> {
  const { path, language, ...rest } = wanted
  await requireMayRecruit(services, city, wanted)
  await checkTable(path).catch((error: unknown) => {
    throw error instanceof IntakeError ? new TableRefused(intakeMessage(error, language), { cause: error }) : error
  })
  const table = { ...rest, city: city.code, path, name: basename(path) }
  return summaryOf(services, city, await importTable(services, JOBS_TABLE, table), language)
}

async function summaryOf(
  { database }: Services,
  { code }: City,
  importId: string,
  language: Language,
): Promise<PostingsSummary> {
  const imports = importsIn(JOBS_TABLE.schema)
  return database.transaction({ kind: 'system', city: code }, async (tx) => {
    const { read, created, updated, unchanged, waiting, ...row } = (await imports.byId(tx, code, importId))!
    if (row.problem) throw new TableRefused(row.problem)
    const rejects = await imports.rejects(tx, code, importId, row.rejected)
    const rejected = rejects.map(({ line, columnName: column, value, reason }) => ({
      line,
      column,
      value,
      reason: JOBS_TABLE.explain(reason, language),
    }))
    return { read, created, updated, unchanged, waiting, rejected }
  })
}

async function requireMayRecruit({ database, clock }: Services, city: City, wanted: Wanted): Promise<void> {
  const { organisationId, language } = wanted
  await database
    .transaction({ kind: 'system', city: city.code }, (tx) =>
      requireRecruiter({ tx, city: city.code, language, now: clock.now }, organisationId),
    )
    .catch((error: unknown) => {
      throw error instanceof AppError
        ? new TableRefused(problemOf(error, language, '').detail, { cause: error })
        : error
    })
}
