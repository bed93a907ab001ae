import type { SavedSearch } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Asked } from './asked/asked.ts'

export type SearchTables = {
  'jobs.asked': { city: string; day: string; text: string; times: number; found: number }
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

/** Adds to what was counted of the same words on the same day. */
export async function addAsked(tx: Tx, city: string, asked: readonly Asked[]): Promise<void> {
  await tx
    .withTables<SearchTables>()
    .insertInto('jobs.asked')
    .values(asked.map((one) => ({ city, ...one })))
    .onConflict((conflict) =>
      conflict.columns(['city', 'day', 'text']).doUpdateSet({
        times: sql`asked.times + excluded.times`,
        found: sql`excluded.found`,
      }),
    )
    .execute()
}

export interface AskedPage {
  since: string
  /** At most so many postings in the last answer. */
  mostFound: number | undefined
  limit: number
  after: { times: number; text: string } | undefined
}

/** Words with how often they were asked for since a day, the most frequent first; one more than the limit. */
export async function askedSince(tx: Tx, city: string, { since, mostFound, limit, after }: AskedPage) {
  const words = sql<{ text: string; times: number; found: number }>`
    select text, sum(times)::int as times, (array_agg(found order by day desc))[1] as found
    from jobs.asked where city = ${city} and day >= ${since}::date group by text`
  const shown = mostFound === undefined ? sql`true` : sql`found <= ${mostFound}`
  const begun = after ? sql`(times < ${after.times} or (times = ${after.times} and text > ${after.text}))` : sql`true`
  const { rows } = await sql<{ text: string; times: number; found: number }>`
    select text, times, found from (${words}) asked where ${shown} and ${begun}
    order by times desc, text limit ${limit + 1}`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from (${words}) asked where ${shown}`.execute(tx)
  return { rows, total: counted.rows[0]!.total }
}

/** Forgets what was asked for before a day. */
export async function forgetAsked(tx: Tx, city: string, before: string): Promise<void> {
  await tx
    .withTables<SearchTables>()
    .deleteFrom('jobs.asked')
    .where('city', '=', city)
    .where('day', '<', before)
    .execute()
}

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
