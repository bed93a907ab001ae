import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import { placeOf } from './cursor.ts'
import type { LicenceTable, RegistryTables } from '../tables.ts'

export type LicenceRow = Selectable<LicenceTable>

export async function insertLicence(tx: Tx, row: Insertable<LicenceTable>): Promise<void> {
  await tx.withTables<RegistryTables>().insertInto('registry.licence').values(row).execute()
}

export const licencesOf = (tx: Tx, city: string, organisationId: string): Promise<LicenceRow[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.licence')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .orderBy('validFrom', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const licenceById = (tx: Tx, city: string, id: string): Promise<LicenceRow | undefined> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.licence')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether a paper with this number is confirmed for somebody else. */
export async function isNumberTaken(
  tx: Tx,
  { city, organisationId, kind, number }: Pick<LicenceRow, 'city' | 'organisationId' | 'kind' | 'number'>,
): Promise<boolean> {
  const found = await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.licence')
    .select('id')
    .where('city', '=', city)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .where('status', '=', 'confirmed')
    .where('organisationId', '<>', organisationId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export interface Ending {
  status: 'confirmed' | 'refused' | 'withdrawn'
  reason: string | null
  decidedAt: Date
  decidedBy: string | null
}

/** Ends a proposal; false where it ended before or somebody changed it since `version`. */
export async function endLicence(
  tx: Tx,
  { city, id, version }: Pick<LicenceRow, 'city' | 'id' | 'version'>,
  ending: Ending,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<RegistryTables>()
    .updateTable('registry.licence')
    .set({ ...ending, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Changes a confirmed paper. */
export async function changeLicence(
  tx: Tx,
  { city, id, version }: Pick<LicenceRow, 'city' | 'id' | 'version'>,
  set: Partial<Pick<LicenceRow, 'validUntil' | 'status' | 'reason'>>,
): Promise<void> {
  await tx
    .withTables<RegistryTables>()
    .updateTable('registry.licence')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

/** Licences of one status, the oldest proposal first, with whose they are. */
export async function licencesPage(
  tx: Tx,
  city: string,
  { status, limit, cursor }: { status: LicenceRow['status']; limit: number; cursor?: string | undefined },
  district: string | null,
) {
  let all = tx
    .withTables<RegistryTables>()
    .selectFrom('registry.licence as licence')
    .innerJoin('registry.organisation as organisation', (join) =>
      join.onRef('organisation.city', '=', 'licence.city').onRef('organisation.id', '=', 'licence.organisationId'),
    )
    .where('licence.city', '=', city)
    .where('licence.status', '=', status)
  if (district) all = all.where('licence.district', '=', district)
  const from = placeOf(cursor, 'instant')
  let query = all
    .selectAll('licence')
    .select('organisation.name')
    .orderBy('licence.proposedAt')
    .orderBy('licence.id')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('licence.proposedAt', 'licence.id'), '>', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.proposedAt.toISOString(), last.id])
}
