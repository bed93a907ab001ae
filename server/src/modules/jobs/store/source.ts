import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobRow, JobsTables } from '../tables.ts'

/** Postings of an organisation by the numbers of their source, held in the order of ids. */
export async function holdBySource(
  tx: Tx,
  city: string,
  organisationId: string,
  sourceIds: readonly string[],
): Promise<Map<string, JobRow>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .where(sql<boolean>`source_id = any(${sourceIds})`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.sourceId!, row]))
}
