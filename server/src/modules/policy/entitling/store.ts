import type { Insertable } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { type EntitlementRow, type PolicyTables, tables } from '../tables.ts'

type Kept = Pick<EntitlementRow, 'id' | 'policy' | 'subjectId' | 'state' | 'factsHash' | 'foundOn' | 'toldAt'>
const COLUMNS = ['id', 'policy', 'subjectId', 'state', 'factsHash', 'foundOn', 'toldAt'] as const
/** So many ids a statement names at most. */
const MOST_IDS = 2000

/** Every entitlement of some subjects, the newest first. Scope `system`. */
export async function entitlementsOf(
  tx: Tx,
  city: string,
  kind: RecordSubject['kind'],
  ids: readonly string[],
): Promise<Kept[]> {
  if (ids.length === 0) return []
  return tables(tx)
    .selectFrom('policy.entitlement')
    .select(COLUMNS)
    .where('city', '=', city)
    .where('subjectKind', '=', kind)
    .where('subjectId', 'in', ids.slice(0, MOST_IDS))
    .orderBy('id', 'desc')
    .execute()
}

const endOpen = (tx: Tx, city: string, at: Date) =>
  tables(tx)
    .updateTable('policy.entitlement')
    .set({ state: 'ended', closedAt: at })
    .where('city', '=', city)
    .where('state', '=', 'open')

/** Ids of subjects: everybody behind `after` up to `last`; null: without a bound. */
interface Span {
  kind: RecordSubject['kind']
  after: string | null
  last: string | null
}

/** What is open of those whom a run passed over ends: nothing is on record of them, or they are closed. @returns how many */
export async function endUnseen(
  tx: Tx,
  city: string,
  { kind, after, last }: Span,
  seen: readonly string[],
  at: Date,
): Promise<number> {
  let query = endOpen(tx, city, at).where('subjectKind', '=', kind)
  if (after !== null) query = query.where('subjectId', '>', after)
  if (last !== null) query = query.where('subjectId', '<=', last)
  if (seen.length > 0) query = query.where('subjectId', 'not in', [...seen])
  return Number((await query.executeTakeFirstOrThrow()).numUpdatedRows)
}

/** What is open of other policies than these ends. @returns how many */
export async function endOthers(tx: Tx, city: string, policies: readonly string[], at: Date): Promise<number> {
  const open = endOpen(tx, city, at)
  const query = policies.length > 0 ? open.where('policy', 'not in', [...policies]) : open
  return Number((await query.executeTakeFirstOrThrow()).numUpdatedRows)
}

/** Of some that are open and of which nobody was told yet, now told. @returns their ids */
export async function markTold(tx: Tx, city: string, ids: readonly string[], at: Date): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .updateTable('policy.entitlement')
    .set({ toldAt: at })
    .where('city', '=', city)
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .where('toldAt', 'is', null)
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * What is no longer true ends; what was taken up meanwhile stays taken up.
 * @returns what ended, with when it was told: somebody may have been told since it was read
 */
export async function endThese(
  tx: Tx,
  city: string,
  ids: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Date | null>> {
  const ended = new Map<string, Date | null>()
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const rows = await endOpen(tx, city, at)
      .where('id', 'in', ids.slice(from, from + MOST_IDS))
      .returning(['id', 'toldAt'])
      .execute()
    for (const { id, toldAt } of rows) ended.set(id, toldAt)
  }
  return ended
}

export type NewDecision = Omit<Insertable<PolicyTables['policy.decision']>, 'body' | 'records'> & {
  body: object
  records: object
}
export type NewEntitlement = Insertable<PolicyTables['policy.entitlement']>

export async function insertOffers(
  tx: Tx,
  decisions: readonly NewDecision[],
  entitlements: readonly NewEntitlement[],
): Promise<void> {
  await insertMany(tx, 'policy.decision', decisions)
  await insertMany(tx, 'policy.entitlement', entitlements)
}

export const beginRun = (tx: Tx, row: { city: string; id: string; beganAt: Date }) =>
  tables(tx)
    .insertInto('policy.run')
    .values({ ...row, endedAt: null })
    .execute()

export const endRun = (
  tx: Tx,
  city: string,
  id: string,
  set: { endedAt: Date; decided: number; found: number; ended: number },
) => tables(tx).updateTable('policy.run').set(set).where('city', '=', city).where('id', '=', id).execute()

export const lastRun = (tx: Tx, city: string) =>
  tables(tx)
    .selectFrom('policy.run')
    .selectAll()
    .where('city', '=', city)
    .orderBy('beganAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
