import type { City } from '../../../city/index.ts'
import type { Language } from '../../../platform/http/index.ts'
import type { ImportDesk } from './apply-batch.ts'
import { applyRows, type RegisterReport } from './apply-rows.ts'
import { openRegister } from './register-file.ts'

export interface RegisterImport {
  path: string
  city: City
  language: Language
  /** Runs the writing of one batch in a transaction, scope system. */
  inTransaction: <T>(work: (desk: ImportDesk) => Promise<T>) => Promise<T>
}

const BATCH = 1000

/**
 * Imports a register of organisations (.xlsx, .csv, .jsonl) by their credit codes, with the rights of the whole city.
 * Rows that cannot be used are sent back with line, column, value and reason; the others are written.
 * @throws registry.unreadableTable, registry.columnMissing before anything is written
 */
export async function importRegister({ path, city, language, inTransaction }: RegisterImport): Promise<RegisterReport> {
  const { columns, batches } = await openRegister(path, language)
  const reading = { columns, city, charge: { district: null, own: new Set<string>() } }
  const whole: RegisterReport = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: [] }
  for await (const rows of batches(BATCH)) {
    const { rejected, ...counts } = await inTransaction((desk) => applyRows(desk, rows, reading))
    for (const [name, count] of Object.entries(counts)) whole[name as keyof typeof counts] += count
    whole.rejected.push(...rejected)
  }
  return whole
}
