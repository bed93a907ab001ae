import type { Insertable } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { nameIndex } from './search-text.ts'
import { refreshCity } from './standing-days.ts'
import type { LicenceTable, OrganisationTable, RegistryTables, VerificationTable } from '../tables.ts'

/** Records of the registry with their history, taken over whole; for made-up cities and for moving in. Scope system. */
export interface RegistryFill {
  organisations: readonly Omit<Insertable<OrganisationTable>, 'nameKey' | 'searchText'>[]
  licences: readonly Insertable<LicenceTable>[]
  practitioners: readonly Insertable<RegistryTables['registry.practitioner']>[]
  verifications: readonly Insertable<VerificationTable>[]
  /** `detail` as a value. Verified organisations also carry `verifiedOn`, which must be the first day of the fact. */
  facts: readonly (Omit<Insertable<RegistryTables['registry.standingFact']>, 'detail'> & { detail: object })[]
}

/** @throws the database's own error where a credit code, a number or an id is there already */
export async function fillRegistry(tx: Tx, fill: RegistryFill): Promise<void> {
  const organisations = fill.organisations.map((row) => ({ ...row, ...nameIndex(row.name) }))
  await insertMany(tx, 'registry.organisation', organisations)
  await insertMany(tx, 'registry.licence', fill.licences)
  await insertMany(tx, 'registry.practitioner', fill.practitioners)
  await insertMany(tx, 'registry.verification', fill.verifications)
  await insertMany(tx, 'registry.standingFact', fill.facts)
  for (const city of new Set(fill.organisations.map((row) => row.city))) await refreshCity(tx, city)
}
