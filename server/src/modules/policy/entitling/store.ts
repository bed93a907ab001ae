import type { Insertable } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { type EntitlementRow, type PolicyTables, tables } from '../tables.ts'

type Kept = Pick<EntitlementRow, 'id' | 'policy' | 'subjectId' | 'state' | 'factsHash' | 'foundOn'>
const COLUMNS = ['id', 'policy', 'subjectId', 'state', 'factsHash', 'foundOn'] as const
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

/** What is open. Scope `system`. */
export const openOnes = (tx: Tx, city: string): Promise<Pick<EntitlementRow, 'id' | 'policy' | 'subjectId'>[]> =>
  tables(tx)
    .selectFrom('policy.entitlement')
    .select(['id', 'policy', 'subjectId'])
    .where('city', '=', city)
    .where('state', '=', 'open')
    .execute()

/** What is no longer true ends; what was taken up meanwhile stays taken up. @returns how many ended */
export async function endThese(tx: Tx, city: string, ids: readonly string[], at: Date): Promise<number> {
  let ended = 0
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const { numUpdatedRows } = await tables(tx)
      .updateTable('policy.entitlement')
      .set({ state: 'ended', closedAt: at })
      .where('city', '=', city)
      .where('id', 'in', ids.slice(from, from + MOST_IDS))
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
    ended += Number(numUpdatedRows)
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
