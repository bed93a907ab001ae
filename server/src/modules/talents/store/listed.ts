import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { TalentsTables } from '../tables.ts'

interface Listing {
  city: string
  /** Of the organisation. */
  id: string
  listedOn: string
}

/**
 * Counts profiles that a list shows an organisation, each once a day; false where they would be more than `most`, and
 * then nothing of them is to be kept. Two lists at once do not pass together. Scope system.
 */
export async function countListed(
  tx: Tx,
  { city, id, listedOn }: Listing,
  talentIds: readonly string[],
  most: number,
): Promise<boolean> {
  const db = tx.withTables<TalentsTables>()
  const day = { city, id, lookedOn: listedOn }
  const { listed } = await db
    .insertInto('talents.lookCount')
    .values({ ...day, used: 0, listed: 0 })
    // Says nothing new: it holds the row until the transaction ends.
    .onConflict((conflict) =>
      conflict.columns(['city', 'id', 'lookedOn']).doUpdateSet({ listed: sql`look_count.listed` }),
    )
    .returning('listed')
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('talents.listed')
    .values(talentIds.map((talentId) => ({ city, id, listedOn, talentId })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const now = listed + Number(numInsertedOrUpdatedRows ?? 0)
  if (now > most) return false
  await db
    .updateTable('talents.lookCount')
    .set({ listed: now })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('lookedOn', '=', listedOn)
    .execute()
  return true
}

/** Forgets whom lists showed before a day, all at once: none are left; how many those were stays. */
export async function forgetListed(tx: Tx, city: string, before: string): Promise<number> {
  await tx
    .withTables<TalentsTables>()
    .deleteFrom('talents.listed')
    .where('city', '=', city)
    .where('listedOn', '<', before)
    .execute()
  return 0
}
