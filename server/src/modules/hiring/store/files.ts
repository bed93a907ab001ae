import type { Tx } from '../../../platform/database/index.ts'
import type { PlatformTables } from '../../../platform/tables.ts'

/** How many of these files there are, as far as the caller may see them. */
export async function countFiles(tx: Tx, city: string, ids: readonly string[]): Promise<number> {
  const rows = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.file')
    .select('id')
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  return rows.length
}
