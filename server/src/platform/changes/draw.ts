import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'

/**
 * Draws `count` numbers of a city's stream, the last of which is returned; those before it are consecutive. Other
 * transactions wait for theirs until this one ends, so nobody can read a number and later find one below it: draw as
 * the last statement, and `jobs` before `talents` where both are drawn. Decision 0011.
 */
export async function drawChange(tx: Tx, city: string, stream: string, count = 1): Promise<number> {
  const { seq } = await tx
    .withTables<PlatformTables>()
    .insertInto('platform.changeCounter')
    .values({ city, stream, seq: count })
    .onConflict((conflict) =>
      conflict.columns(['city', 'stream']).doUpdateSet({ seq: sql`change_counter.seq + ${count}` }),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}
