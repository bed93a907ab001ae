import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/index.ts'
import type { Asked, AskedFilterCount } from './asked.ts'
import type { AskedFilter } from './filters.ts'

export type AskedTables = {
  'jobs.asked': Asked & { city: string }
  'jobs.askedFilter': AskedFilterCount & { city: string }
}

/** Adds to what was counted of the same words on the same day. */
export async function addAsked(tx: Tx, city: string, asked: readonly Asked[]): Promise<void> {
  await tx
    .withTables<AskedTables>()
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

/** Adds to what was counted of the same filters on the same day. */
export async function addAskedFilters(tx: Tx, city: string, filters: readonly AskedFilterCount[]): Promise<void> {
  await tx
    .withTables<AskedTables>()
    .insertInto('jobs.askedFilter')
    .values(filters.map((one) => ({ city, ...one })))
    .onConflict((conflict) =>
      conflict.columns(['city', 'day', 'kind', 'code']).doUpdateSet({
        times: sql`asked_filter.times + excluded.times`,
        little: sql`asked_filter.little + excluded.little`,
      }),
    )
    .execute()
}

export type FilterSum = AskedFilter & { times: number; little: number }

/** Filters with how often they found little since a day, the most frequent first; one more than the limit. */
export async function filtersSince(
  tx: Tx,
  city: string,
  { since, limit, after }: { since: string; limit: number; after: [number, string, string] | undefined },
) {
  const sums = sql<FilterSum>`
    select kind, code, sum(times)::int as times, sum(little)::int as little
    from jobs.asked_filter where city = ${city} and day >= ${since}::date group by kind, code`
  const begun = after
    ? sql`(little < ${after[0]} or (little = ${after[0]} and (kind, code) > (${after[1]}, ${after[2]})))`
    : sql`true`
  const { rows } = await sql<FilterSum>`
    select kind, code, times, little from (${sums}) asked where ${begun}
    order by little desc, kind, code limit ${limit + 1}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${sums}) asked`.execute(tx)
  return { rows, total: counted.rows[0]!.total }
}

/** Forgets what was asked for before a day. */
export async function forgetAsked(tx: Tx, city: string, before: string): Promise<void> {
  const db = tx.withTables<AskedTables>()
  await db.deleteFrom('jobs.asked').where('city', '=', city).where('day', '<', before).execute()
  await db.deleteFrom('jobs.askedFilter').where('city', '=', city).where('day', '<', before).execute()
}
