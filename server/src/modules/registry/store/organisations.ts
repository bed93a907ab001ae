import type { Insertable, Selectable, Updateable } from 'kysely'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import { fail } from '../errors.ts'
import type { OrganisationTable, RegistryTables } from '../tables.ts'
import { nameIndex } from './search-text.ts'

export type OrganisationRow = Selectable<OrganisationTable>

/** @throws registry.creditCodeTaken, also when the other organisation is not public */
export async function insertOrganisation(tx: Tx, row: Insertable<OrganisationTable>): Promise<void> {
  try {
    await tx.withTables<RegistryTables>().insertInto('registry.organisation').values(row).execute()
  } catch (error) {
    throw isDuplicate(error, 'organisation_credit_code') ? fail.creditCodeTaken() : error
  }
}

/** The organisation, where row-level security shows it to the caller. */
export const organisationById = (tx: Tx, city: string, id: string): Promise<OrganisationRow | undefined> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()

/** The same, held until the transaction ends; for who may change it. */
export const holdOrganisation = (tx: Tx, city: string, id: string): Promise<OrganisationRow | undefined> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const organisationsById = (tx: Tx, city: string, ids: readonly string[]): Promise<OrganisationRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .withTables<RegistryTables>()
        .selectFrom('registry.organisation')
        .selectAll()
        .where('city', '=', city)
        .where('id', 'in', ids)
        .execute()

export const branchesOf = (tx: Tx, city: string, headId: string): Promise<OrganisationRow[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .selectAll()
    .where('city', '=', city)
    .where('branchOfId', '=', headId)
    .orderBy('nameKey')
    .orderBy('id')
    .execute()

/** Whether others belong to the organisation as their group. */
export const isGroup = async (tx: Tx, city: string, id: string): Promise<boolean> =>
  (await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .select('id')
    .where('city', '=', city)
    .where('parentId', '=', id)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Changes a record and counts its version up; false where somebody changed it since `version`. */
export async function updateOrganisation(
  tx: Tx,
  { city, id, version }: Pick<OrganisationRow, 'city' | 'id' | 'version'>,
  set: Updateable<OrganisationTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<RegistryTables>()
    .updateTable('registry.organisation')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const DISTRICT_REPEATED = [
  'registry.licence',
  'registry.practitioner',
  'registry.verification',
  'registry.annualReport',
  'registry.complaint',
] as const

/** Records of the organisation that repeat its district, by which officers see them, follow it. */
export async function moveDistrict(tx: Tx, city: string, id: string, district: string): Promise<void> {
  const db = tx.withTables<RegistryTables>()
  for (const table of DISTRICT_REPEATED)
    await db.updateTable(table).set({ district }).where('city', '=', city).where('organisationId', '=', id).execute()
}

/** The one organisation that bears exactly this name; undefined where none or several do. Scope `system`. */
export async function soleBearer(
  tx: Tx,
  city: string,
  { name, kind }: Pick<OrganisationRow, 'name'> & Partial<Pick<OrganisationRow, 'kind'>>,
): Promise<OrganisationRow | undefined> {
  const rows = await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .selectAll()
    .where('city', '=', city)
    .where('nameKey', '=', nameIndex(name).nameKey)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0] : undefined
}

/** Other organisations of the same name; as far as the caller may see. */
export const namesakes = async (tx: Tx, { city, id, name }: OrganisationRow): Promise<string[]> => {
  const rows = await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .select(['name', 'creditCode'])
    .where('city', '=', city)
    .where('name', '=', name)
    .where('id', '<>', id)
    .limit(5)
    .execute()
  return rows.map(({ name: alike, creditCode }) => `${alike} ${creditCode}`)
}

export async function insertRemark(
  tx: Tx,
  { detail, ...row }: Omit<Selectable<RegistryTables['registry.remark']>, 'detail'> & { detail: object },
): Promise<void> {
  await tx
    .withTables<RegistryTables>()
    .insertInto('registry.remark')
    .values({ ...row, detail: JSON.stringify(detail) })
    .execute()
}
