import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type JobRead, openSource, readJobs, recogniseColumns } from '@renshu/intake'

/** Rows of one transaction: large enough to be quick, small enough that others get their turn. */
export const BATCH = 500
/** Reading a row takes about a millisecond; so many are read before requests get their turn. */
const ROWS_IN_A_TURN = 16

/** Gives `work` a path under which the bytes lie, and clears it away. */
export async function withFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'renshu-jobs-'))
  try {
    const path = join(folder, 'jobs')
    await writeFile(path, bytes, { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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

/**
 * The rows of a table in batches, from the row behind `skip` on, `most` with those skipped.
 * @param asOf the day from which 随时 and 一周内 count
 * @throws IntakeError
 */
export async function* batchesOf(
  path: string,
  { skip, most, asOf }: { skip: number; most: number; asOf: string },
): AsyncGenerator<{ batch: JobRead[]; share: number }> {
  const { source, columns } = await openTable(path)
  let batch: JobRead[] = []
  let count = 0
  for await (const read of readJobs(source, columns, { asOf })) {
    if (++count % ROWS_IN_A_TURN === 0) await nextTurn()
    if (count > skip) batch.push(read)
    if (batch.length === BATCH) {
      yield { batch, share: Math.max(source.progress(), count / most) }
      batch = []
    }
    if (count >= most) break
  }
  if (batch.length > 0) yield { batch, share: 1 }
}
