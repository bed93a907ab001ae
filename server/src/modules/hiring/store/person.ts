import type { Tx } from '../../../platform/database/index.ts'
import type { HiringTables } from '../tables.ts'

export const applicationCounts = (tx: Tx, city: string, personId: string): Promise<Record<string, unknown>[]> =>
  tx
    .withTables<HiringTables>()
    .selectFrom('hiring.applicationCount')
    .select(['appliedOn', 'used'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('appliedOn')
    .execute()

/** Takes the words a talent wrote; that steps were taken stays. Scope system. */
export async function forgetPerson(tx: Tx, city: string, personId: string): Promise<void> {
  const db = tx.withTables<HiringTables>()
  await db
    .updateTable('hiring.event')
    .set({ note: '' })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('who', '=', 'talent')
    .execute()
  await db
    .updateTable('hiring.message')
    .set({ text: '' })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('side', '=', 'talent')
    .execute()
  await db
    .updateTable('hiring.followUp')
    .set({ note: '' })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  await db
    .updateTable('hiring.process')
    .set({ disputed: null, contact: false })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
  await db.deleteFrom('hiring.applicationCount').where('city', '=', city).where('personId', '=', personId).execute()
}
