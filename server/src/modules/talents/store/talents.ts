import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { drawChange } from '../../../platform/changes/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { TalentsTables, TalentTable } from '../tables.ts'

export type TalentRow = Selectable<TalentTable>
/** A row to be written; its number in the stream is drawn with it. */
export type NewTalent = Omit<Insertable<TalentTable>, 'changeSeq' | 'version'>
export type TalentPatch = Omit<Updateable<TalentTable>, 'changeSeq' | 'version' | 'city' | 'id'>

export const STREAM = 'talents'

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

/** Gives rows that this transaction has changed their numbers in the stream, in order; decision 0011: last of all. */
async function number(tx: Tx, city: string, ids: readonly string[]): Promise<void> {
  const last = await drawChange(tx, city, STREAM, ids.length)
  for (const [at, id] of ids.entries())
    await tx
      .withTables<TalentsTables>()
      .updateTable('talents.talent')
      .set({ changeSeq: last - ids.length + 1 + at })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute()
}

/** Changes a profile that still has `version`; false where somebody was faster. */
export async function updateTalent(
  tx: Tx,
  { city, id, version }: Pick<TalentRow, 'city' | 'id' | 'version'>,
  change: TalentPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<TalentsTables>()
    .updateTable('talents.talent')
    .set({ ...change, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await number(tx, city, [id])
  return true
}

/** Profiles after a number of the stream, in order. */
export const talentsAfter = (tx: Tx, city: string, after: number, most: number): Promise<TalentRow[]> =>
  all(tx, city).where('changeSeq', '>', after).orderBy('changeSeq').limit(most).execute()

/**
 * Tells of profiles whose last day lies before `on` that they are shown no more, at most `most`; how many. The person
 * has changed nothing, so their version stays.
 */
export async function endLapsed(tx: Tx, city: string, on: string, most: number): Promise<number> {
  const lapsed = await all(tx, city)
    .where('active', '=', true)
    .where('visibleUntil', '<', on)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute()
  const ids = lapsed.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.talent')
    .set({ active: false })
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  await number(tx, city, ids)
  return ids.length
}

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

const files = (tx: Tx, city: string, ids: readonly string[]) =>
  tx
    .withTables<TalentsTables>()
    .selectFrom('platform.file')
    .select(['id', 'name', sql<number>`size::int`.as('size')])
    .where('city', '=', city)
    .where('id', 'in', ids)

/** Files that a person uploaded for himself, or a helper for him. */
export const ownFiles = async (tx: Tx, city: string, personId: string, ids: readonly string[]): Promise<OwnFile[]> =>
  ids.length === 0
    ? []
    : files(tx, city, ids).where('personId', '=', personId).where('organisationId', 'is', null).execute()

/** Files by id, as far as the caller may see them. */
export const filesBy = async (tx: Tx, city: string, ids: readonly string[]): Promise<Map<string, OwnFile>> =>
  new Map(ids.length === 0 ? [] : (await files(tx, city, ids).execute()).map((file) => [file.id, file]))
