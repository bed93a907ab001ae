import { Id, Instant } from '@renshu/contracts'
import { sql } from 'kysely'
import { z } from 'zod'
import { insertMany } from '../../platform/bulk/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { pageOf, readPlace } from '../../platform/pages.ts'
import type { LonelyJobRow, MatchTables, ShortageRow } from './tables.ts'

const db = (tx: Tx) => tx.withTables<MatchTables>()

export async function dismissedBy(tx: Tx, city: string, personId: string): Promise<Set<string>> {
  const rows = await db(tx)
    .selectFrom('match.dismissal')
    .select('jobId')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  return new Set(rows.map(({ jobId }) => jobId))
}

/** Said again, the newer reason counts. */
export async function saveDismissal(tx: Tx, row: MatchTables['match.dismissal']): Promise<void> {
  const { jobTitle, reason, note, dismissedAt } = row
  await db(tx)
    .insertInto('match.dismissal')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['city', 'personId', 'jobId']).doUpdateSet({ jobTitle, reason, note, dismissedAt }),
    )
    .execute()
}

export async function deleteDismissal(tx: Tx, city: string, personId: string, jobId: string): Promise<void> {
  await db(tx)
    .deleteFrom('match.dismissal')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('jobId', '=', jobId)
    .execute()
}

export async function deleteDismissalsOf(tx: Tx, city: string, personId: string): Promise<void> {
  await db(tx).deleteFrom('match.dismissal').where('city', '=', city).where('personId', '=', personId).execute()
}

export const dismissalsOf = (tx: Tx, city: string, personId: string) =>
  db(tx)
    .selectFrom('match.dismissal')
    .select(['jobId', 'jobTitle', 'reason', 'note', 'dismissedAt'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('jobId')
    .execute()

const latest = (tx: Tx, city: string, personId: string) =>
  db(tx)
    .selectFrom('match.dismissal')
    .selectAll()
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('dismissedAt', 'desc')
    .orderBy('jobId', 'desc')

export const latestDismissals = (tx: Tx, city: string, personId: string, most: number) =>
  latest(tx, city, personId).limit(most).execute()

const Place = z.tuple([Instant, Id])

/** Dismissals of a person, the latest first. @throws platform.badCursor */
export async function dismissalsPage(
  tx: Tx,
  city: string,
  personId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const from = readPlace(cursor, Place)
  let query = latest(tx, city, personId).limit(limit + 1)
  if (from) query = query.where(sql<boolean>`(dismissed_at, job_id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const { total } = await db(tx)
    .selectFrom('match.dismissal')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('city', '=', city)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.dismissedAt.toISOString(), last.jobId])
}

/** Puts a new count of the whole city in the place of the last one. */
export async function saveCount(
  tx: Tx,
  city: string,
  countedAt: Date,
  shortages: readonly ShortageRow[],
  lonely: readonly LonelyJobRow[],
): Promise<void> {
  await db(tx).deleteFrom('match.shortage').where('city', '=', city).execute()
  await db(tx).deleteFrom('match.lonelyJob').where('city', '=', city).execute()
  await db(tx)
    .insertInto('match.count')
    .values({ city, countedAt })
    .onConflict((conflict) => conflict.column('city').doUpdateSet({ countedAt }))
    .execute()
  if (shortages.length > 0) await insertMany(tx, 'match.shortage', shortages)
  if (lonely.length > 0) await insertMany(tx, 'match.lonely_job', lonely)
}

export async function lastCount(tx: Tx, city: string): Promise<Date | undefined> {
  const row = await db(tx).selectFrom('match.count').select('countedAt').where('city', '=', city).executeTakeFirst()
  return row?.countedAt
}

export const shortagesIn = (tx: Tx, city: string, district?: string): Promise<ShortageRow[]> =>
  db(tx)
    .selectFrom('match.shortage')
    .selectAll()
    .where('city', '=', city)
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .execute()

export const lonelyJobsIn = (tx: Tx, city: string, district: string | undefined, most: number) =>
  db(tx)
    .selectFrom('match.lonelyJob')
    .select(['jobId', 'openings'])
    .where('city', '=', city)
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .orderBy('openings', 'desc')
    .orderBy('jobId')
    .limit(most)
    .execute()
