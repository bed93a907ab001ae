import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { RegistryTables } from '../tables.ts'

export type ImportRow = Selectable<RegistryTables['registry.import']>

export async function insertImport(tx: Tx, { rejected, ...row }: ImportRow): Promise<void> {
  await tx
    .withTables<RegistryTables>()
    .insertInto('registry.import')
    .values({ ...row, rejected: JSON.stringify(rejected) })
    .execute()
}

export const importById = (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.import')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
