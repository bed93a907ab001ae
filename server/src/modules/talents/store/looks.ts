import { sql, type Insertable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { LookTable, TalentsTables } from '../tables.ts'
import { placeIn } from './cursor.ts'

/** Records a look; false where the organisation has looked at the same on this day already. */
export async function insertLook(tx: Tx, look: Insertable<LookTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<TalentsTables>()
    .insertInto('talents.look')
    .values(look)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Counts one more profile opened on a day; false where there were `most` already. Two at once do not pass together. */
export async function countLook(
  tx: Tx,
  { city, id, lookedOn }: { city: string; id: string; lookedOn: string },
  most: number,
): Promise<boolean> {
  const counted = await tx
    .withTables<TalentsTables>()
    .insertInto('talents.lookCount')
    .values({ city, id, lookedOn, used: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'id', 'lookedOn'])
        .doUpdateSet({ used: sql`look_count.used + 1` })
        .where(sql<boolean>`look_count.used < ${most}`),
    )
    .returning('used')
    .executeTakeFirst()
  return counted !== undefined && counted.used <= most
}

/** Looks at a person's profile, the latest first. */
export async function looksAt(
  tx: Tx,
  city: string,
  personId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const all = tx
    .withTables<TalentsTables>()
    .selectFrom('talents.look')
    .where('city', '=', city)
    .where('personId', '=', personId)
  const from = placeIn(cursor, 'instant')
  let query = all
    .selectAll()
    .orderBy('lookedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('lookedAt', 'id'), '<', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.lookedAt.toISOString(), last.id])
}

/** Forgets at whom was looked. */
export async function forgetLooks(tx: Tx, city: string, personId: string): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.look')
    .set({ personId: null })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
}
