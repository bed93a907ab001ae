import { IntakeError, intakeMessage, openSource, type RawRow } from '@renshu/intake'
import type { City } from '../../../city/index.ts'
import type { Language } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import type { RejectedRow } from '../tables.ts'
import { applyBatch, type Applied, type Charge, type ImportDesk } from './apply-batch.ts'
import { type RegisterColumns, recogniseRegister } from './columns.ts'
import { type Candidate, readRow } from './read-row.ts'

export interface RegisterReport {
  read: number
  created: number
  updated: number
  unchanged: number
  /** By line; `reason` is a code of `explainReason`. */
  rejected: RejectedRow[]
}

export interface RegisterImport {
  /** A file of any name: what it is, is found from its content. */
  path: string
  city: City
  charge: Charge
  language: Language
  /** Runs the writing of one batch of at most a thousand rows in a transaction, scope officer or system. */
  inTransaction: <T>(work: (desk: ImportDesk) => Promise<T>) => Promise<T>
}

const BATCH = 1000
const NEEDED = { name: '单位名称', creditCode: '统一社会信用代码' } as const

/**
 * Imports a register of organisations (.xlsx, .csv, .jsonl) by their credit codes. Rows that cannot be used are sent
 * back with line, column, value and reason; the others are written.
 * @throws registry.unreadableTable, registry.columnMissing before anything is written
 */
export async function importRegister(given: RegisterImport): Promise<RegisterReport> {
  const source = await openSource(given.path).catch((error: unknown) => {
    throw readable(error, given.language)
  })
  const columns = recogniseRegister(source.columns)
  const missing = Object.entries(NEEDED).filter(([field]) => !columns[field as keyof typeof NEEDED])
  if (missing.length > 0) throw fail.columnMissing({ columns: missing.map(([, name]) => name).join('、') })
  const report: RegisterReport = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: [] }
  try {
    for await (const batch of batches(source.rows)) await takeBatch(given, columns, batch, report)
  } catch (error) {
    throw readable(error, given.language)
  }
  report.rejected.sort((a, b) => a.line - b.line)
  return report
}

const readable = (error: unknown, language: Language): unknown =>
  error instanceof IntakeError ? fail.unreadableTable({ problem: intakeMessage(error, language) }) : error

async function* batches(rows: AsyncIterable<RawRow>): AsyncIterable<RawRow[]> {
  let batch: RawRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function takeBatch(
  { city, charge, inTransaction }: RegisterImport,
  columns: RegisterColumns,
  rows: readonly RawRow[],
  report: RegisterReport,
): Promise<void> {
  const candidates: Candidate[] = []
  for (const row of rows) {
    const read = readRow(row, columns, city)
    if ('reason' in read) report.rejected.push(read)
    else candidates.push(read)
  }
  report.read += rows.length
  for (const wave of wavesOf(candidates))
    note(report, columns, await inTransaction((desk) => applyBatch(desk, wave, charge)))
}

/** Rows of one organisation (its licence in one, its filing in another) are written one after the other. */
function wavesOf(candidates: readonly Candidate[]): Candidate[][] {
  const waves: Candidate[][] = []
  const seen = new Map<string, number>()
  for (const candidate of candidates) {
    const at = seen.get(candidate.creditCode) ?? 0
    seen.set(candidate.creditCode, at + 1)
    ;(waves[at] ??= []).push(candidate)
  }
  return waves
}

function note(
  report: RegisterReport,
  columns: RegisterColumns,
  { created, updated, unchanged, rejected }: Applied,
): void {
  report.created += created
  report.updated += updated
  report.unchanged += unchanged
  for (const { candidate, reason } of rejected)
    report.rejected.push({
      line: candidate.line,
      column: columns[reason.field] ?? '',
      value: valueOf(candidate, reason.field),
      reason: reason.reason,
    })
}

const valueOf = ({ district, creditCode, papers }: Candidate, field: string): string =>
  field === 'district' ? district : field === 'creditCode' ? creditCode : papers.map(({ number }) => number).join('、')
