import type { Database, Tx } from '../../../platform/database/index.ts'
import { BEGINNING, hashOfBatch, hashOfEntry, seqsIn } from '../canonical.ts'
import { batchesAfter, entriesAfter, insertVerification } from '../store/chain.ts'
import type { BatchRow, EntryRow } from '../tables.ts'
import { LARGEST_BATCH } from './seal.ts'

/** One difference between the ledger and what was sealed. */
export type ChainProblem =
  | { kind: 'entryChanged'; entryId: string; seq: number; batch: number | null }
  | { kind: 'entryMissing'; seq: number; batch: number }
  | { kind: 'entryAdded'; entryId: string; seq: number; batch: number }
  | { kind: 'batchChanged' | 'batchMissing' | 'chainBroken' | 'headDiffers'; batch: number }

/** Where a chain ended at some time. */
export interface Head {
  number: number
  hash: string
}

export interface VerificationReport {
  city: string
  entries: number
  batches: number
  /** Entries after the last batch: only their own hashes were checked. */
  unsealed: number
  head: Head | null
  /** Differences in all, and the first thousand of them. */
  found: number
  problems: ChainProblem[]
}

const PAGE = 1000
const MOST_LISTED = 1000

type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

class Findings {
  readonly report: VerificationReport
  constructor(city: string) {
    this.report = { city, entries: 0, batches: 0, unsealed: 0, head: null, found: 0, problems: [] }
  }
  add(problem: ChainProblem): void {
    this.report.found++
    if (this.report.problems.length < MOST_LISTED) this.report.problems.push(problem)
  }
  check(entry: EntryRow, batch: number | null): void {
    this.report.entries++
    if (hashOfEntry(entry) !== entry.hash) this.add({ kind: 'entryChanged', entryId: entry.id, seq: entry.seq, batch })
  }
}

/** Entries after `from` up to and including `to`, page by page. */
async function* entriesBetween(read: Read, city: string, from: number, to: number): AsyncGenerator<EntryRow> {
  for (let at = from; ;) {
    const page = await read((tx) => entriesAfter(tx, city, at, PAGE))
    for (const entry of page) {
      if (entry.seq > to) return
      yield entry
      at = entry.seq
    }
    if (page.length < PAGE) return
  }
}

/** Holds one batch against the entries in its range; the first number that belongs to the next. */
async function checkBatch(read: Read, batch: BatchRow, from: number, findings: Findings): Promise<void> {
  const { city, number } = batch
  const awaited = seqsIn(batch.seqs, LARGEST_BATCH)
  const hashes: string[] = []
  for await (const entry of entriesBetween(read, city, from, batch.lastSeq)) {
    findings.check(entry, number)
    if (awaited.delete(entry.seq)) hashes.push(entry.hash)
    else findings.add({ kind: 'entryAdded', entryId: entry.id, seq: entry.seq, batch: number })
  }
  for (const seq of awaited) findings.add({ kind: 'entryMissing', seq, batch: number })
  // Without all entries the hash cannot be made again; that they are missing has been said.
  if (!awaited.size && hashOfBatch(batch, hashes) !== batch.hash) findings.add({ kind: 'batchChanged', batch: number })
}

async function* batchesOf(read: Read, city: string): AsyncGenerator<BatchRow> {
  for (let at = 0; ;) {
    const page = await read((tx) => batchesAfter(tx, city, at, PAGE))
    yield* page
    if (page.length < PAGE) return
    at = page.at(-1)!.number
  }
}

/**
 * Computes every hash of a city's ledger again, page by page, beside the running work.
 * @param olderHead an end of the chain seen before: a chain that was cut off or made anew does not hold it
 */
export async function verify(database: Database, city: string, olderHead?: Head): Promise<VerificationReport> {
  const read: Read = (work) => database.transaction({ kind: 'system', city }, work, true)
  const findings = new Findings(city)
  const { report } = findings
  // Numbers begin at 1, and whoever adds an entry behind our back may give it any.
  let previous = { number: 0, hash: BEGINNING, lastSeq: Number.MIN_SAFE_INTEGER }
  let isHeadSeen = olderHead === undefined
  for await (const batch of batchesOf(read, city)) {
    for (let lost = previous.number + 1; lost < batch.number && lost - previous.number <= MOST_LISTED; lost++)
      findings.add({ kind: 'batchMissing', batch: lost })
    if (batch.previousHash !== previous.hash) findings.add({ kind: 'chainBroken', batch: batch.number })
    await checkBatch(read, batch, previous.lastSeq, findings)
    isHeadSeen ||= batch.number === olderHead?.number && batch.hash === olderHead.hash
    report.batches++
    previous = batch
  }
  const sealed = report.entries
  for await (const entry of entriesBetween(read, city, previous.lastSeq, Infinity)) findings.check(entry, null)
  report.unsealed = report.entries - sealed
  report.head = previous.number ? { number: previous.number, hash: previous.hash } : null
  if (!isHeadSeen) findings.add({ kind: 'headDiffers', batch: olderHead!.number })
  return report
}

/** Keeps that a verification took place and how many differences it found. */
export async function keepVerification(
  { tx, now, newId }: { tx: Tx; now: () => Date; newId: () => string },
  { city, entries, batches, unsealed, found, head }: VerificationReport,
): Promise<void> {
  await insertVerification(tx, {
    city,
    id: newId(),
    verifiedAt: now(),
    entries,
    batches,
    unsealed,
    problems: found,
    headNumber: head?.number ?? null,
    headHash: head?.hash ?? null,
  })
}
