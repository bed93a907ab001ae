import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { HiringTables, ProcessRow } from '../tables.ts'

/** What was told already, and what is told once a day; scope system. */

const db = (tx: Tx) => tx.withTables<HiringTables>()

type OfDay = Pick<ProcessRow, 'city' | 'organisationId'> & { on: string }

/** Counts an application; true for the first of the organisation's day, which is told at once. */
export async function countArrived(tx: Tx, { city, organisationId, on }: OfDay): Promise<boolean> {
  const { arrived } = await db(tx)
    .insertInto('hiring.dailyCount')
    .values({ city, organisationId, countedOn: on, arrived: 1, told: 1, ended: 0 })
    .onConflict((conflict) =>
      conflict.columns(['city', 'organisationId', 'countedOn']).doUpdateSet({
        arrived: sql`daily_count.arrived + 1`,
        told: sql`greatest(daily_count.told, 1)`,
      }),
    )
    .returning('arrived')
    .executeTakeFirstOrThrow()
  return arrived === 1
}

/** Counts a process that ended without the organisation's doing. */
export async function countEnded(tx: Tx, { city, organisationId, on }: OfDay): Promise<void> {
  await db(tx)
    .insertInto('hiring.dailyCount')
    .values({ city, organisationId, countedOn: on, arrived: 0, told: 0, ended: 1 })
    .onConflict((conflict) =>
      conflict.columns(['city', 'organisationId', 'countedOn']).doUpdateSet({ ended: sql`daily_count.ended + 1` }),
    )
    .execute()
}

/** Days of which something is not told, held; those of one organisation stand together. */
export const untold = (tx: Tx, city: string, most: number): Promise<Selectable<HiringTables['hiring.dailyCount']>[]> =>
  db(tx)
    .selectFrom('hiring.dailyCount')
    .selectAll()
    .where('city', '=', city)
    .where((row) => row.or([row('ended', '>', 0), row('arrived', '>', row.ref('told'))]))
    .orderBy('organisationId')
    .orderBy('countedOn')
    .limit(most)
    .forUpdate()
    .execute()

type Untold = Awaited<ReturnType<typeof untold>>[number]

export async function markTold(tx: Tx, rows: readonly Untold[]): Promise<void> {
  for (const { city, organisationId, countedOn } of rows)
    await db(tx)
      .updateTable('hiring.dailyCount')
      .set(({ ref }) => ({ told: ref('arrived'), ended: 0 }))
      .where('city', '=', city)
      .where('organisationId', '=', organisationId)
      .where('countedOn', '=', countedOn)
      .execute()
}

/** Takes away the days before a day of which everything is told. */
export async function forgetTold(tx: Tx, city: string, before: string): Promise<void> {
  await db(tx)
    .deleteFrom('hiring.dailyCount')
    .where('city', '=', city)
    .where('countedOn', '<', before)
    .where('ended', '=', 0)
    .whereRef('told', '=', 'arrived')
    .execute()
}

/** How often a step of a process was taken since an instant. */
export async function stepsSince(
  tx: Tx,
  { city, id }: Pick<ProcessRow, 'city' | 'id'>,
  step: HiringTables['hiring.event']['step'],
  since: Date,
): Promise<number> {
  const { count } = await db(tx)
    .selectFrom('hiring.event')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('city', '=', city)
    .where('processId', '=', id)
    .where('step', '=', step)
    .where('happenedAt', '>=', since)
    .executeTakeFirstOrThrow()
  return count
}
