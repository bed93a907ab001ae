import type { SavedSearch } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

export type SearchTables = {
  'jobs.savedSearch': {
    city: string
    id: string
    personId: string
    name: string
    query: string
    alert: SavedSearch['alert']
    newsFrom: string
    createdAt: Date
  }
}
export type SavedSearchRow = SearchTables['jobs.savedSearch']

export const searchesOf = (tx: Tx, city: string, personId: string): Promise<SavedSearchRow[]> =>
  tx
    .withTables<SearchTables>()
    .selectFrom('jobs.savedSearch')
    .selectAll()
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .execute()

export async function insertSearch(tx: Tx, row: SavedSearchRow): Promise<void> {
  await tx.withTables<SearchTables>().insertInto('jobs.savedSearch').values(row).execute()
}

/** Whether there was one to delete. */
export async function deleteSearch(tx: Tx, city: string, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .withTables<SearchTables>()
    .deleteFrom('jobs.savedSearch')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whether there is such a search of the person. */
export async function moveNews(tx: Tx, city: string, personId: string, ids: readonly string[], day: string) {
  const { numUpdatedRows } = await tx
    .withTables<SearchTables>()
    .updateTable('jobs.savedSearch')
    .set({ newsFrom: day })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('id', 'in', ids)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** People after an id, with searches of which they want to be told: daily ones of earlier days, weekly of a week ago. */
export async function dueSearches(
  tx: Tx,
  city: string,
  { today, weekAgo, after, most }: { today: string; weekAgo: string; after: string; most: number },
): Promise<SavedSearchRow[]> {
  const due = sql<boolean>`((alert = 'daily' and news_from < ${today}::date) or (alert = 'weekly' and news_from <= ${weekAgo}::date))`
  const people = tx
    .withTables<SearchTables>()
    .selectFrom('jobs.savedSearch')
    .select('personId')
    .distinct()
    .where('city', '=', city)
    .where('personId', '>', after)
    .where(due)
    .orderBy('personId')
    .limit(most)
  return tx
    .withTables<SearchTables>()
    .selectFrom('jobs.savedSearch')
    .selectAll()
    .where('city', '=', city)
    .where('personId', 'in', people)
    .where(due)
    .orderBy('personId')
    .orderBy('createdAt')
    .forUpdate()
    .execute()
}

/** Forgets the searches of a person. */
export async function deleteSearchesOf(tx: Tx, city: string, personId: string): Promise<void> {
  await tx
    .withTables<SearchTables>()
    .deleteFrom('jobs.savedSearch')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
}
