import { Day } from '@renshu/contracts'
import type { Actor } from '../../../platform/http/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { hashOfEntry } from '../canonical.ts'
import { fail } from '../errors.ts'
import { type KindName, kindOf } from '../kinds.ts'
import { reversalOf } from '../rules.ts'
import { drawSeq, entryById, insertEntry, type KnownEntry } from '../store/entries.ts'
import type { EntryRow } from '../tables.ts'

/** What recording needs; the context of a request has it all. Without an actor the system recorded it. */
export interface Recorder {
  tx: Tx
  city: string
  now: () => Date
  newId: () => string
  secrets: Pick<Secrets, 'pseudonym'>
  actor?: Actor
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

async function record({ tx, city, now, newId, secrets, actor }: Recorder, entry: Unrecorded): Promise<EntryRow> {
  const seq = await drawSeq(tx, city)
  const whole = {
    ...entry,
    city,
    id: newId(),
    seq,
    recordedAt: now(),
    throughOrganisationId: idOf(actor?.membership?.throughOrganisationId),
    recordedBy: actor?.personId ? secrets.pseudonym(actor.personId) : null,
  }
  const row = { ...whole, hash: hashOfEntry(whole) }
  if (!(await insertEntry(tx, row))) throw entry.reversesId ? fail.alreadyReversed() : fail.alreadyCounted()
  return row
}

/**
 * Counts something, in the transaction that made it true.
 * @returns the id of the entry
 * @throws ledger.alreadyCounted for the same kind and source; RangeError for an undeclared kind or a bad count
 */
export async function append(recorder: Recorder, entry: NewEntry): Promise<string> {
  const { kind, occurredOn, personId, organisationId, sourceId } = entry
  const { id } = await record(recorder, {
    kind,
    counts: kindOf(kind).counts,
    occurredOn: Day.parse(occurredOn),
    district: entry.district ?? null,
    organisationId: idOf(organisationId),
    personPseudonym: personId ? recorder.secrets.pseudonym(personId) : null,
    occupation: entry.occupation ?? null,
    industry: entry.industry ?? null,
    count: countOf(entry.count ?? 1),
    amountFen: entry.amountFen ?? null,
    sourceModule: kind.split('.')[0]!,
    sourceId,
    reversesId: null,
    reason: null,
  })
  return id
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
