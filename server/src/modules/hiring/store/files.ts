import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { PlatformTables } from '../../../platform/tables.ts'

/** These files, as far as there are and the caller may see them. */
export const filesBy = (
  tx: Tx,
  city: string,
  ids: readonly string[],
): Promise<{ id: string; name: string; size: number }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .withTables<PlatformTables>()
        .selectFrom('platform.file')
        .select(['id', 'name', sql<number>`size::int`.as('size')])
        .where('city', '=', city)
        .where('id', 'in', ids)
        .orderBy('id')
        .execute()
