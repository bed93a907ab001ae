import type { City } from './city/index.ts'
import { explainReason, importRegister } from './modules/registry/index.ts'
import { analyse } from './platform/bulk/index.ts'
import { AppError } from './platform/errors.ts'
import { problemOf } from './platform/http/problem.ts'
import type { Language } from './platform/http/index.ts'
import type { Services } from './platform/services.ts'
import { TableRefused } from './table-refused.ts'

/** How many rows of a register were read and what became of them. */
export interface RegisterSummary {
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: { line: number; column: string; value: string; reason: string }[]
}

/**
 * Imports a register straight into the database, with the rights of the whole city: for an installation that is not
 * running, or its own operator.
 * @throws TableRefused where it is no table or lacks a column; nothing is written then
 */
export async function importRegisterFile(
  { database, clock, secrets }: Services,
  city: City,
  path: string,
  language: Language,
): Promise<RegisterSummary> {
  const desk = { city: city.code, secrets, ...clock }
  const report = await importRegister({
    path,
    city,
    language,
    inTransaction: (work) => database.transaction({ kind: 'system', city: city.code }, (tx) => work({ tx, ...desk })),
  }).catch((error: unknown) => {
    throw error instanceof AppError ? new TableRefused(problemOf(error, language, '').detail, { cause: error }) : error
  })
  await analyse(database)
  const rejected = report.rejected.map((row) => ({ ...row, reason: explainReason(row.reason, language) }))
  return { ...report, rejected }
}
