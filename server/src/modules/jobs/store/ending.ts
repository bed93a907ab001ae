import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobsTables } from '../tables.ts'

/** Listed postings whose last day lies in the next days and whose owners were not told of that day; the first first. */
export const endingSoon = (tx: Tx, city: string, today: string, until: string) =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .select(['id', 'organisationId', 'title', 'validUntil'])
    .where('city', '=', city)
    .where('listedUntil', '>=', today)
    .where('validUntil', '<=', until)
    .where((where) => where.or([where('remindedFor', 'is', null), where('remindedFor', '<>', where.ref('validUntil'))]))
    .orderBy('validUntil')
    .orderBy('id')
    .execute()

export async function markReminded(tx: Tx, city: string, rows: readonly { id: string }[]): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.job')
    .set({ remindedFor: sql<string>`valid_until` })
    .where('city', '=', city)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}
