import { basename } from 'node:path'
import { IntakeError, intakeMessage } from '@renshu/intake'
import type { City } from './city/index.ts'
import { explainReject, importReport, importTable, requireRecruiter } from './modules/jobs/index.ts'
import { AppError } from './platform/errors.ts'
import type { Language } from './platform/http/index.ts'
import { problemOf } from './platform/http/problem.ts'
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
  const table = { ...rest, city: city.code, path, name: basename(path) }
  const id = await importTable(services, table).catch((error: unknown) => {
    throw error instanceof IntakeError ? new TableRefused(intakeMessage(error, language), { cause: error }) : error
  })
  const { rejects, problem, ...counts } = await services.database.transaction(
    { kind: 'system', city: city.code },
    (tx) => importReport(tx, city.code, id),
    true,
  )
  if (problem) throw new TableRefused(problem)
  const { read, created, updated, unchanged, waiting } = counts
  const rejected = rejects.map(({ line, columnName: column, value, reason }) => ({
    line,
    column,
    value,
    reason: explainReject(reason, language),
  }))
  return { read, created, updated, unchanged, waiting, rejected }
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
