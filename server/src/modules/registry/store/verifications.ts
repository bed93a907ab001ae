import type { OrganisationKind } from '@renshu/contracts'
import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { PlatformTables } from '../../../platform/tables.ts'
import { placeOf } from './cursor.ts'
import type { RegistryTables, VerificationTable } from '../tables.ts'

export type VerificationRow = Selectable<VerificationTable>

export async function insertVerification(tx: Tx, row: Insertable<VerificationTable>): Promise<void> {
  await tx.withTables<RegistryTables>().insertInto('registry.verification').values(row).execute()
}

export const verificationsOf = (tx: Tx, city: string, organisationId: string): Promise<VerificationRow[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.verification')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .orderBy('round', 'desc')
    .execute()

export const verificationById = (tx: Tx, city: string, id: string): Promise<VerificationRow | undefined> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.verification')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()

/** Ends an application; false where it ended before or somebody changed it since `version`. */
export async function endVerification(
  tx: Tx,
  { city, id, version }: Pick<VerificationRow, 'city' | 'id' | 'version'>,
  ending: {
    status: 'accepted' | 'refused' | 'withdrawn'
    reason: string | null
    decidedAt: Date
    decidedBy: string | null
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<RegistryTables>()
    .updateTable('registry.verification')
    .set({ ...ending, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'submitted')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Open applications whose last day is this one; scope system. */
export const openDueOn = (tx: Tx, city: string, dueOn: string): Promise<{ id: string; submittedAt: Date }[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.verification')
    .select(['id', 'submittedAt'])
    .where('city', '=', city)
    .where('status', '=', 'submitted')
    .where('dueOn', '=', dueOn)
    .execute()

/** Sets the last day; the version stays, since nothing changes that an officer has read. */
export async function setDueDay(tx: Tx, city: string, id: string, dueOn: string): Promise<void> {
  await tx
    .withTables<RegistryTables>()
    .updateTable('registry.verification')
    .set({ dueOn })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

export interface Inbox {
  status: VerificationRow['status']
  kind?: OrganisationKind | undefined
  limit: number
  cursor?: string | undefined
}

/** Applications the caller may see, the first due first. */
export async function verificationsPage(
  tx: Tx,
  city: string,
  { status, kind, limit, cursor }: Inbox,
  district: string | null,
) {
  let all = tx
    .withTables<RegistryTables>()
    .selectFrom('registry.verification as verification')
    .innerJoin('registry.organisation as organisation', (join) =>
      join
        .onRef('organisation.city', '=', 'verification.city')
        .onRef('organisation.id', '=', 'verification.organisationId'),
    )
    .where('verification.city', '=', city)
    .where('verification.status', '=', status)
  if (district) all = all.where('verification.district', '=', district)
  if (kind) all = all.where('organisation.kind', '=', kind)
  const from = placeOf(cursor, 'day')
  let query = all
    .selectAll('verification')
    .select(['organisation.name', 'organisation.kind'])
    .orderBy('verification.dueOn')
    .orderBy('verification.id')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('verification.dueOn', 'verification.id'), '>', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.dueOn, last.id])
}

/** Kept files by id, where row-level security shows them to the caller. */
export const filesById = (tx: Tx, city: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .withTables<PlatformTables>()
        .selectFrom('platform.file')
        .select(['id', 'name', 'type', 'size', 'organisationId'])
        .where('city', '=', city)
        .where('id', 'in', ids)
        .execute()
