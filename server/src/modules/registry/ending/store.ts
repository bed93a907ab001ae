import type { Tx } from '../../../platform/database/index.ts'
import type { LicenceRow } from '../store/licences.ts'
import type { RegistryTables } from '../tables.ts'

export type EndingRow = Pick<LicenceRow, 'id' | 'organisationId' | 'district' | 'kind' | 'number'> & {
  name: string
  validUntil: string
}

/** Last days to look at, both included, and for whom. */
export interface EndingWithin {
  from: string
  until: string
  organisationId?: string
  district?: string | null
}

/**
 * Confirmed papers whose last day lies between two days, of organisations that exist; none that a later paper of the
 * same kind continues. Unordered.
 */
const endingLicences = (tx: Tx, city: string, { from, until, organisationId, district }: EndingWithin) =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.licence as licence')
    .innerJoin('registry.organisation as organisation', (join) =>
      join.onRef('organisation.city', '=', 'licence.city').onRef('organisation.id', '=', 'licence.organisationId'),
    )
    .leftJoin('registry.licence as later', (join) =>
      join
        .onRef('later.city', '=', 'licence.city')
        .onRef('later.organisationId', '=', 'licence.organisationId')
        .onRef('later.kind', '=', 'licence.kind')
        .on('later.status', '=', 'confirmed')
        .on((eb) =>
          eb.or([eb('later.validUntil', 'is', null), eb('later.validUntil', '>', eb.ref('licence.validUntil'))]),
        ),
    )
    .where('licence.city', '=', city)
    .where('licence.status', '=', 'confirmed')
    .where('licence.validUntil', '>=', from)
    .where('licence.validUntil', '<=', until)
    .where('later.id', 'is', null)
    .where('organisation.closedOn', 'is', null)
    .$if(organisationId !== undefined, (query) => query.where('licence.organisationId', '=', organisationId!))
    .$if(Boolean(district), (query) => query.where('licence.district', '=', district!))

const COLUMNS = [
  'licence.id',
  'licence.organisationId',
  'licence.district',
  'licence.kind',
  'licence.number',
  'licence.validUntil',
  'organisation.name',
] as const

/** All of them, the first to end first. */
export const listEnding = (tx: Tx, city: string, within: EndingWithin): Promise<EndingRow[]> =>
  endingLicences(tx, city, within)
    .select(COLUMNS)
    .orderBy('licence.validUntil')
    .orderBy('licence.id')
    .$narrowType<{ validUntil: string }>()
    .execute()

/** One page of them and one row more, with the number of all. */
export async function endingPage(
  tx: Tx,
  city: string,
  within: EndingWithin,
  { limit, after }: { limit: number; after: [string, string] | undefined },
): Promise<{ rows: EndingRow[]; total: number }> {
  const all = endingLicences(tx, city, within)
  let query = all
    .select(COLUMNS)
    .orderBy('licence.validUntil')
    .orderBy('licence.id')
    .limit(limit + 1)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('licence.validUntil', 'licence.id'), '>', tuple(after[0] as never, after[1] as never)),
    )
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await query.$narrowType<{ validUntil: string }>().execute(), total }
}

/** Marks a warning as sent; false where it was before. */
export async function insertNotice(tx: Tx, row: RegistryTables['registry.licenceNotice']): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<RegistryTables>()
    .insertInto('registry.licenceNotice')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
