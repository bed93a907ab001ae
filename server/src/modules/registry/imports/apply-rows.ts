import type { RawRow } from '@renshu/intake'
import type { City } from '../../../city/index.ts'
import { lockImports } from '../store/imports.ts'
import type { RejectedRow } from '../tables.ts'
import { applyBatch, type Applied, type Charge, type ImportDesk } from './apply-batch.ts'
import type { RegisterColumns } from './columns.ts'
import { type Candidate, readRow } from './read-row.ts'

/** What became of rows of a register. */
export interface RegisterReport {
  read: number
  created: number
  updated: number
  unchanged: number
  /** `reason` is a code of `explainReason`. */
  rejected: RejectedRow[]
}

export interface Reading {
  columns: RegisterColumns
  city: City
  charge: Charge
}

/**
 * Writes rows of a register in the caller's transaction, scope officer or system: all that can be used. Imports into
 * one city wait for each other, so that neither takes what the other is just writing for somebody else's.
 */
export async function applyRows(desk: ImportDesk, rows: readonly RawRow[], reading: Reading): Promise<RegisterReport> {
  const report: RegisterReport = { read: rows.length, created: 0, updated: 0, unchanged: 0, rejected: [] }
  const candidates: Candidate[] = []
  for (const row of rows) {
    const read = readRow(row, reading.columns, reading.city)
    if ('reason' in read) report.rejected.push(read)
    else candidates.push(read)
  }
  await lockImports(desk.tx, desk.city)
  for (const wave of wavesOf(candidates)) note(report, reading.columns, await applyBatch(desk, wave, reading.charge))
  report.rejected.sort((a, b) => a.line - b.line)
  return report
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
