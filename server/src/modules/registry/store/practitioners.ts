import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { RegistryTables } from '../tables.ts'

export type PractitionerRow = Selectable<RegistryTables['registry.practitioner']>

export const practitionersOf = (tx: Tx, city: string, organisationId: string): Promise<PractitionerRow[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.practitioner')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()

export async function insertPractitioner(tx: Tx, row: Omit<PractitionerRow, 'version'>): Promise<void> {
  await tx.withTables<RegistryTables>().insertInto('registry.practitioner').values(row).execute()
}

type Key = Pick<PractitionerRow, 'city' | 'id' | 'organisationId'>

/** False where there is none, or somebody changed it since `version`. */
export async function updatePractitioner(
  tx: Tx,
  { city, id, organisationId }: Key,
  version: number,
  set: Pick<PractitionerRow, 'name' | 'certificateNumber' | 'fromOn' | 'untilOn'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<RegistryTables>()
    .updateTable('registry.practitioner')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where there is none. */
export async function deletePractitioner(tx: Tx, { city, id, organisationId }: Key): Promise<boolean> {
  const { numDeletedRows } = await tx
    .withTables<RegistryTables>()
    .deleteFrom('registry.practitioner')
    .where('city', '=', city)
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
