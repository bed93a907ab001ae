import { Day } from '@renshu/contracts'
import type { Actor } from '../../../platform/http/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { hashOfEntry } from '../canonical.ts'
import { fail } from '../errors.ts'
import { type KindName, kindOf } from '../kinds.ts'
import { reversalOf } from '../rules.ts'
import { drawSeq, drawSeqs, entryById, insertEntries, insertEntry, type KnownEntry } from '../store/entries.ts'
import type { EntryRow } from '../tables.ts'

/** What recording needs; the context of a request has it all. Without an actor the system recorded it. */
export interface Recorder {
  tx: Tx
  city: string
  now: () => Date
  newId: () => string
  secrets: Pick<Secrets, 'pseudonym'>
  actor?: Pick<Actor, 'personId'> & Partial<Pick<Actor, 'membership'>>
}

export interface NewEntry {
  kind: KindName
  /** The day it happened in Beijing, `dayOf(now())` for most. */
  occurredOn: string
  /**
   * The record that made it true, e.g. the id of a decision. The same kind and source is counted once, also after a
   * reversal: what is right instead has a source of its own.
   */
  sourceId: string
  district?: string | null
  organisationId?: string | null
  /** Kept only as a keyed pseudonym. */
  personId?: string | null
  occupation?: string | null
  industry?: string | null
  /** Whole and at least 1, which is the default. */
  count?: number
  amountFen?: number | null
}

function countOf(value: number): number {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`not a count: ${value}`)
  return value
}

/** PostgreSQL reads ids in small letters, and the hash must be of what is read. */
const idOf = (id: string | null | undefined): string | null => id?.toLowerCase() ?? null

type Unrecorded = Omit<EntryRow, 'city' | 'seq' | 'id' | 'recordedAt' | 'throughOrganisationId' | 'recordedBy' | 'hash'>

function rowOf({ city, now, newId, secrets, actor }: Recorder, seq: number, entry: Unrecorded): EntryRow {
  const whole = {
    ...entry,
    city,
    id: newId(),
    seq,
    recordedAt: now(),
    throughOrganisationId: idOf(actor?.membership?.throughOrganisationId),
    recordedBy: actor?.personId ? secrets.pseudonym(actor.personId) : null,
  }
  return { ...whole, hash: hashOfEntry(whole) }
}

async function record(recorder: Recorder, entry: Unrecorded): Promise<EntryRow> {
  const row = rowOf(recorder, await drawSeq(recorder.tx, recorder.city), entry)
  if (!(await insertEntry(recorder.tx, row))) throw entry.reversesId ? fail.alreadyReversed() : fail.alreadyCounted()
  return row
}

const unrecorded = ({ secrets }: Recorder, entry: NewEntry): Unrecorded => ({
  kind: entry.kind,
  counts: kindOf(entry.kind).counts,
  occurredOn: Day.parse(entry.occurredOn),
  district: entry.district ?? null,
  organisationId: idOf(entry.organisationId),
  personPseudonym: entry.personId ? secrets.pseudonym(entry.personId) : null,
  occupation: entry.occupation ?? null,
  industry: entry.industry ?? null,
  count: countOf(entry.count ?? 1),
  amountFen: entry.amountFen ?? null,
  sourceModule: entry.kind.split('.')[0]!,
  sourceId: entry.sourceId,
  reversesId: null,
  reason: null,
})

/**
 * Counts something, in the transaction that made it true.
 * @returns the id of the entry
 * @throws ledger.alreadyCounted for the same kind and source; RangeError for an undeclared kind or a bad count
 */
export async function append(recorder: Recorder, entry: NewEntry): Promise<string> {
  return (await record(recorder, unrecorded(recorder, entry))).id
}

/**
 * Counts many things at once, for registers that are taken over whole.
 * @throws as `append`, but the database's own error where one of them was counted before
 */
export async function appendMany(recorder: Recorder, entries: readonly NewEntry[]): Promise<void> {
  const seqs = await drawSeqs(recorder.tx, recorder.city, entries.length)
  await insertEntries(
    recorder.tx,
    entries.map((entry, at) => rowOf(recorder, seqs[at]!, unrecorded(recorder, entry))),
  )
}

/**
 * Takes an entry back by one of the same day with negative count and amount.
 * @throws ledger.entryNotFound, ledger.alreadyReversed, ledger.reversalIsFinal
 */
export async function reverse(recorder: Recorder, entryId: string, reason: string): Promise<KnownEntry> {
  const { tx, city } = recorder
  const entry = await entryById(tx, city, entryId)
  if (!entry) throw fail.entryNotFound()
  if (entry.reversesId) throw fail.reversalIsFinal()
  if (entry.reversedById) throw fail.alreadyReversed()
  return { ...(await record(recorder, reversalOf(entry, reason))), reversedById: null, batch: null }
}
