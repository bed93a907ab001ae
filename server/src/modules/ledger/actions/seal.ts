import type { Tx } from '../../../platform/database/index.ts'
import { BEGINNING, hashOfBatch, runsOf } from '../canonical.ts'
import { hashesAfter, insertBatch, lastBatch, waitAtMost } from '../store/chain.ts'
import { lockForSealing } from '../store/entries.ts'
import type { BatchRow } from '../tables.ts'

/** Entries of one batch at most: its list of numbers and its hashing stay small. */
export const LARGEST_BATCH = 10_000
const PATIENCE = 5000

/** What `seal` needs: a transaction in the scope `system` of its city. */
export interface Sealer {
  tx: Tx
  city: string
  now: () => Date
}

/**
 * Seals the entries since the last batch, at most 10,000, into one batch.
 * @returns the batch, or undefined where nothing waits
 * @throws the database's 55P03 when a transaction that adds entries lasts more than 5 s: try again later
 */
export async function seal({ tx, city, now }: Sealer): Promise<BatchRow | undefined> {
  await waitAtMost(tx, PATIENCE)
  await lockForSealing(tx, city)
  const previous = await lastBatch(tx, city)
  const waiting = await hashesAfter(tx, city, previous?.lastSeq ?? 0, LARGEST_BATCH)
  const [first, last] = [waiting[0], waiting.at(-1)]
  if (!first || !last) return undefined
  const batch = {
    city,
    number: (previous?.number ?? 0) + 1,
    firstSeq: first.seq,
    lastSeq: last.seq,
    seqs: runsOf(waiting.map(({ seq }) => seq)),
    entries: waiting.length,
    previousHash: previous?.hash ?? BEGINNING,
    sealedAt: now(),
  }
  const hashes = waiting.map(({ hash }) => hash)
  const sealed = { ...batch, hash: hashOfBatch(batch, hashes) }
  await insertBatch(tx, sealed)
  return sealed
}
