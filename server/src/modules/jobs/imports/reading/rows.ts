import { type JobRead, openSource, readJobs, recogniseColumns } from '@renshu/intake'
import { type Batch, batchesOf, type Part, type Rejected } from '../../../../platform/imports/index.ts'
import { type Candidate, candidateOf } from '../candidate.ts'

/** A row that can become a posting, or is sent back. */
export type ReadRow = Candidate | Rejected

/** A table, which of its rows are read, and the last day that postings made of them get. */
export interface Reading {
  path: string
  part: Part
  validUntil: string
}

/**
 * Opens a table of postings and recognises its columns.
 * @throws IntakeError with what is wrong
 */
async function openTable(path: string) {
  const source = await openSource(path)
  return { source, columns: recogniseColumns(source.columns, 'jobs') }
}

/**
 * Lets only a table of postings pass.
 * @throws IntakeError with what is wrong
 */
export async function checkTable(path: string): Promise<void> {
  const { source } = await openTable(path)
  // The rows are walked so far that their file is closed again.
  for await (const _ of source.rows) break
}

function rowOf(read: JobRead, { validUntil, part }: Reading): ReadRow {
  if ('job' in read) return candidateOf(read, validUntil, part.asOf)
  const { line, column, value, reason } = read.reject
  return { line, column, value, reason }
}

async function* rowsOf(reads: AsyncIterable<JobRead>, reading: Reading): AsyncGenerator<ReadRow> {
  for await (const read of reads) yield rowOf(read, reading)
}

/** The rows of a table in batches. @throws IntakeError */
export async function* readRows(reading: Reading): AsyncGenerator<Batch<ReadRow>> {
  const { path, part } = reading
  const { source, columns } = await openTable(path)
  const reads = readJobs(source, columns, { asOf: part.asOf })
  yield* batchesOf(rowsOf(reads, reading), part, () => source.progress())
}
