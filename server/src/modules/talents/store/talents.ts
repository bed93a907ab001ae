import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { drawChange } from '../../../platform/changes/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { TalentsTables, TalentTable } from '../tables.ts'

export type TalentRow = Selectable<TalentTable>
/** A row to be written; its number in the stream is drawn with it. */
export type NewTalent = Omit<Insertable<TalentTable>, 'changeSeq' | 'version'>
export type TalentChange = Omit<Updateable<TalentTable>, 'changeSeq' | 'version' | 'city' | 'id'>

const STREAM = 'talents'

const all = (tx: Tx, city: string) =>
  tx.withTables<TalentsTables>().selectFrom('talents.talent').selectAll().where('city', '=', city)

export const talentOf = (tx: Tx, city: string, personId: string): Promise<TalentRow | undefined> =>
  all(tx, city).where('personId', '=', personId).executeTakeFirst()

export const talentsBy = async (tx: Tx, city: string, ids: readonly string[]): Promise<TalentRow[]> =>
  ids.length === 0 ? [] : all(tx, city).where('id', 'in', ids).execute()

/** Profiles by id, held until the transaction ends. */
export const holdTalents = (tx: Tx, city: string, ids: readonly string[]): Promise<TalentRow[]> =>
  all(tx, city).where('id', 'in', ids).orderBy('id').forUpdate().execute()

/** A new profile; false where there is one already of this person, or of this source. */
export async function insertTalent(tx: Tx, row: NewTalent): Promise<boolean> {
  const changeSeq = await drawChange(tx, row.city, STREAM)
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<TalentsTables>()
    .insertInto('talents.talent')
    .values({ ...row, changeSeq })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes a profile that still has `version`; false where somebody was faster. */
export async function updateTalent(
  tx: Tx,
  { city, id, version }: Pick<TalentRow, 'city' | 'id' | 'version'>,
  change: TalentChange,
): Promise<boolean> {
  const changeSeq = await drawChange(tx, city, STREAM)
  const { numUpdatedRows } = await tx
    .withTables<TalentsTables>()
    .updateTable('talents.talent')
    .set({ ...change, changeSeq, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Profiles after a number of the stream, in order. */
export const talentsAfter = (tx: Tx, city: string, after: number, most: number): Promise<TalentRow[]> =>
  all(tx, city).where('changeSeq', '>', after).orderBy('changeSeq').limit(most).execute()

/** Profiles that are told as shown although their last day is before `on`. */
export const lapsedOn = (tx: Tx, city: string, on: string, most: number): Promise<TalentRow[]> =>
  all(tx, city).where('active', '=', true).where('visibleUntil', '<', on).orderBy('id').limit(most).execute()

/** Profiles of people with an account that lapse by a day and of which nobody was asked yet. */
export const toBeAsked = (tx: Tx, city: string, by: string, most: number): Promise<TalentRow[]> =>
  all(tx, city)
    .where('active', '=', true)
    .where('personId', 'is not', null)
    .where('askedAt', 'is', null)
    .where('visibleUntil', '<=', by)
    .orderBy('id')
    .limit(most)
    .execute()

/** That a person was asked; nothing a reader of the stream would see. */
export async function markAsked(tx: Tx, city: string, id: string, at: Date): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.talent')
    .set({ askedAt: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

/** Names of people by id; without those who are gone. In scope `system`, or of the person himself. */
export async function namesOf(tx: Tx, city: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .withTables<TalentsTables>()
    .selectFrom('accounts.vPerson')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .where('erased', '=', false)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface OwnFile {
  id: string
  name: string
  size: number
}

/** Files that a person uploaded for himself, or a helper for him. */
export async function ownFiles(tx: Tx, city: string, personId: string, ids: readonly string[]): Promise<OwnFile[]> {
  if (ids.length === 0) return []
  return tx
    .withTables<TalentsTables>()
    .selectFrom('platform.file')
    .select(['id', 'name', sql<number>`size::int`.as('size')])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('organisationId', 'is', null)
    .where('id', 'in', ids)
    .execute()
}
