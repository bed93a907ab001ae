import type { Updateable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type CasesTables, type DraftRow, tables } from '../tables.ts'

export type Whose = { personId: string } | { organisationId: string }
type Drafts = CasesTables['cases.draft']

const all = (tx: Tx, city: string, whose: Whose) => {
  const [column, id] =
    'personId' in whose ? (['personId', whose.personId] as const) : (['organisationId', whose.organisationId] as const)
  return tables(tx).selectFrom('cases.draft').selectAll().where('city', '=', city).where(column, '=', id)
}

export const draftsOf = (tx: Tx, city: string, whose: Whose): Promise<DraftRow[]> =>
  all(tx, city, whose).orderBy('savedAt', 'desc').orderBy('id').execute()

export const draftById = (tx: Tx, city: string, whose: Whose, id: string): Promise<DraftRow | undefined> =>
  all(tx, city, whose).where('id', '=', id).executeTakeFirst()

/** Whether a form has this id, whosever it is. Scope `system`. */
export const isDraft = async (tx: Tx, city: string, id: string): Promise<boolean> =>
  (await tables(tx)
    .selectFrom('cases.draft')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** Held until the transaction ends. */
export const holdDraft = (tx: Tx, city: string, whose: Whose, id: string): Promise<DraftRow | undefined> =>
  all(tx, city, whose).where('id', '=', id).forUpdate().executeTakeFirst()

export const draftFor = (tx: Tx, city: string, whose: Whose, service: string): Promise<DraftRow | undefined> =>
  all(tx, city, whose).where('service', '=', service).executeTakeFirst()

/** False where one was begun at the same moment on another device. */
export async function insertDraft(tx: Tx, draft: Omit<DraftRow, 'papers'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('cases.draft')
    .values({ ...draft, papers: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const updateDraft = (tx: Tx, { city, id }: DraftRow, set: Updateable<Drafts>) =>
  tables(tx).updateTable('cases.draft').set(set).where('city', '=', city).where('id', '=', id).execute()

export const deleteDraft = (tx: Tx, city: string, id: string) =>
  tables(tx).deleteFrom('cases.draft').where('city', '=', city).where('id', '=', id).execute()

/** Drafts last saved before an instant; `warned`: of whom this was said, or not yet. Scope `system`. */
export const draftsBefore = (tx: Tx, city: string, instant: Date, warned: boolean, most: number): Promise<DraftRow[]> =>
  tables(tx)
    .selectFrom('cases.draft')
    .selectAll()
    .where('city', '=', city)
    .where('savedAt', '<', instant)
    .where('warnedOn', warned ? 'is not' : 'is', null)
    .orderBy('savedAt')
    .limit(most)
    .forUpdate()
    .execute()
