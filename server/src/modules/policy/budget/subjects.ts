import { sql } from 'kysely'
import type { FirmSize } from '@renshu/contracts'
import type { Tx } from '../../../platform/database/index.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { tables } from '../tables.ts'

/** A subject of a city-wide run. */
export interface Counted extends RecordSubject {
  district: string | null
  size: FirmSize
}

type RegistryViews = {
  'registry.vOrganisation': {
    city: string
    id: string
    district: string
    size: Exclude<FirmSize, 'unknown'> | null
    verifiedOn: string | null
    closedOn: string | null
  }
}

/** Verified organisations that are not closed, of a district or the whole city, behind `after` in the order of ids. */
export async function organisationsAfter(
  tx: Tx,
  city: string,
  { district, after, most }: { district: string | null; after: string | null; most: number },
): Promise<Counted[]> {
  let query = tx
    .withTables<RegistryViews>()
    .selectFrom('registry.vOrganisation')
    .select(['id', 'district', 'size'])
    .where('city', '=', city)
    .where('verifiedOn', 'is not', null)
    .where('closedOn', 'is', null)
  if (district !== null) query = query.where('district', '=', district)
  if (after !== null) query = query.where('id', '>', after)
  const rows = await query.orderBy('id').limit(most).execute()
  return rows.map(({ id, district, size }) => ({ kind: 'organisation', id, district, size: size ?? 'unknown' }))
}

/** People of whom something is held under these names, behind `after` in the order of ids. */
export async function peopleAfter(
  tx: Tx,
  city: string,
  names: readonly string[],
  { after, most }: { after: string | null; most: number },
): Promise<Counted[]> {
  if (names.length === 0) return []
  let query = tables(tx)
    .selectFrom('policy.heldFact')
    .select('subjectId')
    .distinct()
    .where('city', '=', city)
    .where('subjectKind', '=', 'person')
    .where('record', 'in', [...names])
    .where('withdrawnAt', 'is', null)
  if (after !== null) query = query.where('subjectId', '>', after)
  const rows = await query.orderBy('subjectId').limit(most).execute()
  return rows.map(({ subjectId }) => ({ kind: 'person', id: subjectId, district: null, size: 'unknown' }))
}

/** How many there are about, for the progress. */
export async function countSubjects(tx: Tx, city: string, kind: RecordSubject['kind']): Promise<number> {
  if (kind === 'organisation') {
    const { total } = await tx
      .withTables<RegistryViews>()
      .selectFrom('registry.vOrganisation')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('city', '=', city)
      .where('verifiedOn', 'is not', null)
      .where('closedOn', 'is', null)
      .executeTakeFirstOrThrow()
    return total
  }
  const { total } = await tables(tx)
    .selectFrom('policy.heldFact')
    .select(sql<number>`count(distinct subject_id)`.as('total'))
    .where('city', '=', city)
    .where('subjectKind', '=', 'person')
    .executeTakeFirstOrThrow()
  return total
}
