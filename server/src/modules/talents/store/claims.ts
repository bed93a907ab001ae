import type { SpecialGroup } from '@renshu/contracts'
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { GroupClaimTable, TalentsTables } from '../tables.ts'
import { placeIn } from './cursor.ts'

export type ClaimRow = Selectable<GroupClaimTable>

const all = (tx: Tx, city: string) =>
  tx.withTables<TalentsTables>().selectFrom('talents.groupClaim').where('city', '=', city)

/** Every claim of a person, the latest first. */
export const claimsOf = (tx: Tx, city: string, personId: string): Promise<ClaimRow[]> =>
  all(tx, city)
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('claimedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** A claim, held until the transaction ends. */
export const holdClaim = (tx: Tx, city: string, id: string): Promise<ClaimRow | undefined> =>
  all(tx, city).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const claimById = (tx: Tx, city: string, id: string): Promise<ClaimRow | undefined> =>
  all(tx, city).selectAll().where('id', '=', id).executeTakeFirst()

/** A new claim; false where one to the same group waits or is proved. */
export async function insertClaim(tx: Tx, row: ClaimRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<TalentsTables>()
    .insertInto('talents.groupClaim')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function decideClaim(
  tx: Tx,
  { city, id }: Pick<ClaimRow, 'city' | 'id'>,
  decision: Pick<ClaimRow, 'status' | 'decidedAt' | 'decidedBy' | 'reason' | 'untilOn'>,
): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.groupClaim')
    .set(decision)
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

/**
 * Ends claims of a person, to one group or to all: nothing of what they said is kept. Answers the documents that prove
 * nothing any more.
 */
export async function endClaims(tx: Tx, city: string, personId: string, group?: SpecialGroup): Promise<string[]> {
  const claims = await claimsOf(tx, city, personId)
  const ending = claims.filter(({ kind, status }) => status !== 'ended' && (group === undefined || kind === group))
  if (ending.length === 0) return []
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.groupClaim')
    .set({ status: 'ended', documents: [], reason: null })
    .where('city', '=', city)
    .where(
      'id',
      'in',
      ending.map(({ id }) => id),
    )
    .execute()
  const needed = new Set(claims.filter((claim) => !ending.includes(claim)).flatMap(({ documents }) => documents))
  return [...new Set(ending.flatMap(({ documents }) => documents))].filter((document) => !needed.has(document))
}

/** Forgets whose claims they were. */
export async function forgetClaims(tx: Tx, city: string, personId: string): Promise<void> {
  await tx
    .withTables<TalentsTables>()
    .updateTable('talents.groupClaim')
    .set({ personId: null, status: 'ended', documents: [], reason: null })
    .where('city', '=', city)
    .where('personId', '=', personId)
    .execute()
}

/** Claims that wait, or those that were proved and hold on a day; the oldest first. */
export async function claimsPage(
  tx: Tx,
  city: string,
  {
    status,
    on,
    limit,
    cursor,
  }: { status: 'claimed' | 'proved'; on: string; limit: number; cursor?: string | undefined },
) {
  const those = all(tx, city)
    .where('status', '=', status)
    .where((row) => row.or([row('untilOn', 'is', null), row('untilOn', '>=', on)]))
  const from = placeIn(cursor, 'instant')
  let query = those
    .selectAll()
    .orderBy('claimedAt')
    .orderBy('id')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('claimedAt', 'id'), '>', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await those.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.claimedAt.toISOString(), last.id])
}
