import { createHash } from 'node:crypto'
import type { BatchRow, EntryRow } from './tables.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * The one text of an entry that its hash is made of: JSON without spaces, the fields in exactly this order, UTF-8.
 * Days as `2026-03-01`, instants in UTC with milliseconds, absent values as null. Documented in `docs/operating.md`.
 */
export const canonicalEntry = (entry: Omit<EntryRow, 'hash'>): string =>
  JSON.stringify({
    city: entry.city,
    id: entry.id,
    seq: entry.seq,
    kind: entry.kind,
    counts: entry.counts,
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt.toISOString(),
    district: entry.district,
    organisationId: entry.organisationId,
    throughOrganisationId: entry.throughOrganisationId,
    personPseudonym: entry.personPseudonym,
    occupation: entry.occupation,
    industry: entry.industry,
    count: entry.count,
    amountFen: entry.amountFen,
    sourceModule: entry.sourceModule,
    sourceId: entry.sourceId,
    reversesId: entry.reversesId,
    reason: entry.reason,
    recordedBy: entry.recordedBy,
  })

export const hashOfEntry = (entry: Omit<EntryRow, 'hash'>): string => sha256(canonicalEntry(entry))

/** Predecessor of the first batch. */
export const BEGINNING = '0'.repeat(64)

/** The hash of a batch: one line of JSON with its fields in this order, then the hash of each entry by seq, a line each. */
export function hashOfBatch(batch: Omit<BatchRow, 'hash'>, entryHashes: readonly string[]): string {
  const { city, number, firstSeq, lastSeq, seqs, entries, previousHash, sealedAt } = batch
  const head = { city, number, firstSeq, lastSeq, seqs, entries, previousHash, sealedAt: sealedAt.toISOString() }
  return sha256([JSON.stringify(head), ...entryHashes].join('\n'))
}

/** Ascending numbers as runs: `12-40,42`. */
export function runsOf(seqs: readonly number[]): string {
  const runs: [number, number][] = []
  for (const seq of seqs) {
    const last = runs.at(-1)
    if (last && seq === last[1] + 1) last[1] = seq
    else runs.push([seq, seq])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}

/** The numbers behind `12-40,42`; what is not of that form is left out, and then the batch's hash says so. */
export function seqsIn(runs: string, most: number): Set<number> {
  const seqs = new Set<number>()
  for (const [, first, last = first] of runs.matchAll(/(\d+)(?:-(\d+))?/g))
    for (let seq = Number(first); seq <= Number(last) && seqs.size < most; seq++) seqs.add(seq)
  return seqs
}
