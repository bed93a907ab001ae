import type { OrganisationKind } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { RegistryTables } from '../tables.ts'
import type { Fact } from './fact.ts'

/** A fact as it is kept, with where it came from. */
export type KeptFact = Fact & {
  organisationId: string
  source: string
  withdrawReason: string | null
}

export async function factsOf(tx: Tx, city: string, organisationIds: readonly string[]): Promise<KeptFact[]> {
  if (organisationIds.length === 0) return []
  return tx
    .withTables<RegistryTables>()
    .selectFrom('registry.standingFact as fact')
    .leftJoin('registry.standingWithdrawal as gone', (join) =>
      join.onRef('gone.city', '=', 'fact.city').onRef('gone.id', '=', 'fact.id'),
    )
    .select([
      'fact.id',
      'fact.organisationId',
      'fact.kind',
      'fact.detail',
      'fact.fromOn',
      'fact.untilOn',
      'fact.recordedAt',
      'fact.source',
      'gone.withdrawnAt',
      'gone.reason as withdrawReason',
    ])
    .where('fact.city', '=', city)
    .where('fact.organisationId', 'in', organisationIds)
    .orderBy('fact.recordedAt')
    .orderBy('fact.id')
    .execute()
}

/** Kind and head of the organisations that the caller may see. */
export const kindsOf = (
  tx: Tx,
  city: string,
  ids: readonly string[],
): Promise<{ id: string; kind: OrganisationKind; branchOfId: string | null }[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .select(['id', 'kind', 'branchOfId'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()

export type NewFact = Omit<KeptFact, 'withdrawnAt' | 'withdrawReason'> & {
  recordedBy: string | null
  sourceId: string
}

export async function insertFact(tx: Tx, city: string, { detail, ...fact }: NewFact): Promise<void> {
  await tx
    .withTables<RegistryTables>()
    .insertInto('registry.standingFact')
    .values({ city, ...fact, detail: JSON.stringify(detail) })
    .execute()
}

/** False where the fact was withdrawn before. */
export async function insertWithdrawal(tx: Tx, row: RegistryTables['registry.standingWithdrawal']): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<RegistryTables>()
    .insertInto('registry.standingWithdrawal')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const factById = (tx: Tx, city: string, id: string) =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.standingFact')
    .select(['id', 'organisationId', 'kind'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()

/** Facts of one kind that a record made and nobody withdrew. */
export const factsFrom = (tx: Tx, city: string, source: string, sourceIds: readonly string[]) =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.standingFact as fact')
    .leftJoin('registry.standingWithdrawal as gone', (join) =>
      join.onRef('gone.city', '=', 'fact.city').onRef('gone.id', '=', 'fact.id'),
    )
    .select(['fact.id', 'fact.sourceId'])
    .where('fact.city', '=', city)
    .where('fact.source', '=', source)
    .where('fact.sourceId', 'in', sourceIds)
    .where('gone.id', 'is', null)
    .execute()

/** Facts that began between two days, or whose last day lies just before one of them; withdrawn ones left out. */
export const factsTurning = (tx: Tx, city: string, from: string, until: string) =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.standingFact as fact')
    .leftJoin('registry.standingWithdrawal as gone', (join) =>
      join.onRef('gone.city', '=', 'fact.city').onRef('gone.id', '=', 'fact.id'),
    )
    .select(['fact.id', 'fact.organisationId'])
    .where('fact.city', '=', city)
    .where('gone.id', 'is', null)
    .where(
      sql<boolean>`(fact.from_on between ${from}::date and ${until}::date
        or fact.until_on + 1 between ${from}::date and ${until}::date)`,
    )
    .orderBy('fact.id')
    .execute()
