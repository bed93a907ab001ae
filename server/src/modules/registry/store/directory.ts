import type { BusinessType, OrganisationKind } from '@renshu/contracts'
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type Cursor, pageOf } from '../../../platform/pages.ts'
import { placeOf } from './cursor.ts'
import { searchTerm } from './search-text.ts'
import type { RegistryTables } from '../tables.ts'
import type { OrganisationRow } from './organisations.ts'

export interface Filter {
  q?: string | undefined
  kind?: OrganisationKind | undefined
  district?: string | undefined
  businessType?: BusinessType | undefined
  standing?: 'may' | 'mayNot' | undefined
  verified?: boolean | undefined
  sort: 'name' | '-name' | 'newest'
}

type Where = ExpressionBuilder<RegistryTables, 'registry.organisation'>

/** What every question to the directory keeps to: the city and day, and to the public only what is listed. */
export interface Reach {
  city: string
  /** Day of the standing. */
  on: string
  /** Only verified organisations that are not closed. */
  listed: boolean
}

const conditions =
  (filter: Filter, { city, on, listed }: Reach) =>
  (where: Where) => {
    const { q, kind, district, businessType, standing, verified } = filter
    const tests = [
      where('city', '=', city),
      listed && sql<SqlBool>`verified_on is not null and closed_on is null`,
      q && sql<SqlBool>`(strpos(search_text, nullif(${searchTerm(q)}, '')) > 0 or credit_code = ${q.toUpperCase()})`,
      kind && where('kind', '=', kind),
      district && where('district', '=', district),
      businessType && sql<SqlBool>`${businessType} = any(business_types)`,
      verified !== undefined && where('verifiedOn', verified ? 'is not' : 'is', null),
      standing === 'may' && sql<SqlBool>`stands_on @> ${on}::date`,
      standing === 'mayNot' && sql<SqlBool>`not stands_on @> ${on}::date`,
    ]
    return where.and(tests.filter((test) => typeof test === 'object'))
  }

const ORDER = {
  name: { by: 'nameKey', direction: 'asc', after: '>' },
  '-name': { by: 'nameKey', direction: 'desc', after: '<' },
  newest: { by: 'createdAt', direction: 'desc', after: '<' },
} as const

const endOf = (sort: Filter['sort'], last: OrganisationRow): Cursor => [
  sort === 'newest' ? last.createdAt.toISOString() : last.nameKey,
  last.id,
]

/**
 * Rows after a place in the order of `sort`, at most `most`: found in an index first, then read. What a word leaves is
 * found before it is sorted: by age it would be looked for row by row.
 */
function rowsAfter(tx: Tx, filter: Filter, reach: Reach, most: number, from?: Cursor): Promise<OrganisationRow[]> {
  const { by, direction, after } = ORDER[filter.sort]
  const db = tx.withTables<RegistryTables>()
  const isFew = filter.q !== undefined && by === 'createdAt'
  let found = db
    .with(
      (cte) => (isFew ? cte('matching').materialized() : cte('matching').notMaterialized()),
      (matching) =>
        matching
          .selectFrom('registry.organisation')
          .select(['id', 'nameKey', 'createdAt'])
          .where(conditions(filter, reach)),
    )
    .selectFrom('matching')
    .select('matching.id as foundId')
    .orderBy(by, direction)
    .orderBy('id', direction)
    .limit(most)
  if (from) {
    const [place, id] = from
    found = found.where(({ eb, refTuple, tuple }) => eb(refTuple(by, 'id'), after, tuple(place as never, id as never)))
  }
  return db
    .selectFrom('registry.organisation as one')
    .innerJoin(found.as('found'), 'found.foundId', 'one.id')
    .selectAll('one')
    .where('one.city', '=', reach.city)
    .orderBy(`one.${by}`, direction)
    .orderBy('one.id', direction)
    .execute()
}

/** More are not counted: in a large city nobody waits for a number that is only looked at. */
const MOST_COUNTED = 10_000

/** How many organisations a filter leaves, `MOST_COUNTED` + 1 at most. */
async function count(tx: Tx, filter: Filter, reach: Reach): Promise<number> {
  const db = tx.withTables<RegistryTables>()
  const some = db
    .selectFrom('registry.organisation')
    .select('kind')
    .where(conditions(filter, reach))
    .limit(MOST_COUNTED + 1)
  const { total } = await db
    .selectFrom(some.as('some'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/**
 * One page; its `total` is exact unless `atLeast` says that there are more.
 * @throws platform.badCursor
 */
export async function organisationsPage(
  tx: Tx,
  filter: Filter & { limit: number; cursor?: string | undefined },
  reach: Reach,
) {
  const rows = await rowsAfter(
    tx,
    filter,
    reach,
    filter.limit + 1,
    placeOf(filter.cursor, filter.sort === 'newest' ? 'instant' : 'text'),
  )
  // A first page that is not full has counted itself.
  const isAll = filter.cursor === undefined && rows.length <= filter.limit
  const total = isAll ? rows.length : await count(tx, filter, reach)
  const page = pageOf(rows, filter.limit, Math.min(total, MOST_COUNTED), (last) => endOf(filter.sort, last))
  return { ...page, atLeast: total > MOST_COUNTED }
}

const BATCH = 1000

/** Every organisation of a filter, a thousand at a time. */
export async function* everyOrganisation(tx: Tx, filter: Filter, reach: Reach): AsyncIterable<OrganisationRow[]> {
  for (let from: Cursor | undefined; ;) {
    const rows = await rowsAfter(tx, filter, reach, BATCH, from)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    from = endOf(filter.sort, rows.at(-1)!)
  }
}

/** How many organisations of a filter each district has, by kind. */
export const countByDistrict = (
  tx: Tx,
  filter: Filter,
  reach: Reach,
): Promise<{ district: string; kind: OrganisationKind; total: number }[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .select(({ fn }) => ['district', 'kind', fn.countAll<number>().as('total')])
    .where(conditions(filter, reach))
    .groupBy(['district', 'kind'])
    .execute()
