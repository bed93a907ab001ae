import { type RawBuilder, sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type CaseRow, type CasesTables, type NewCase, tables } from '../tables.ts'

const all = (tx: Tx, city: string) => tables(tx).selectFrom('cases.case').selectAll().where('city', '=', city)

/** The case, where row-level security shows it to the caller. */
export const caseById = (tx: Tx, city: string, id: string): Promise<CaseRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends. Scope `system`. */
export const holdCase = (tx: Tx, city: string, id: string): Promise<CaseRow | undefined> =>
  all(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

export const caseByCode = (tx: Tx, city: string, code: string): Promise<CaseRow | undefined> =>
  all(tx, city).where('code', '=', code).executeTakeFirst()

/** A new case with its first events, in one statement. */
export const insertCase = (tx: Tx, row: NewCase, events: RawBuilder<object>) =>
  tables(tx)
    .with('told', () => sql<object>`(${events})`)
    .insertInto('cases.case')
    .values(row)
    .execute()

export const updateCase = (
  tx: Tx,
  { city, id }: Pick<CaseRow, 'city' | 'id'>,
  set: Updateable<CasesTables['cases.case']>,
) => tables(tx).updateTable('cases.case').set(set).where('city', '=', city).where('id', '=', id).execute()

/** The same with the events that tell of it, in one statement. */
export const moveCase = (
  tx: Tx,
  { city, id }: Pick<CaseRow, 'city' | 'id'>,
  set: Updateable<CasesTables['cases.case']>,
  events: RawBuilder<object>,
) =>
  tables(tx)
    .with('told', () => sql<object>`(${events})`)
    .updateTable('cases.case')
    .set(set)
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()

type Applicant = Pick<CaseRow, 'personId' | 'organisationId'>

/** Cases of one service by one applicant that were not refused or withdrawn. Scope `system`. */
export const casesOfApplicant = (tx: Tx, city: string, service: string, { personId, organisationId }: Applicant) =>
  tables(tx)
    .selectFrom('cases.case')
    .select(['id', 'code', 'ended', 'round', 'answersHash', 'stage', 'fen', 'months', 'effective', 'submittedOn'])
    .where('city', '=', city)
    .where('service', '=', service)
    .where('personId', 'is not distinct from', personId)
    .where('organisationId', 'is not distinct from', organisationId)
    .where((row) => row.or([row('ended', 'is', null), row('ended', '=', 'done')]))
    .orderBy('submittedAt')
    .execute()

/** Ids of people and organisations with a case of a service that has not ended. Scope `system`. */
export async function openApplicants(tx: Tx, city: string, service: string): Promise<ReadonlySet<string>> {
  const rows = await tables(tx)
    .selectFrom('cases.case')
    .select(['personId', 'organisationId'])
    .where('city', '=', city)
    .where('service', '=', service)
    .where('ended', 'is', null)
    .execute()
  return new Set(rows.flatMap(({ personId, organisationId }) => [personId ?? [], organisationId ?? []].flat()))
}

/** Open cases on a desk behind an id, held. Scope `system`. */
export const assignedTo = (
  tx: Tx,
  city: string,
  personId: string,
  after: string | undefined,
  most: number,
): Promise<CaseRow[]> =>
  all(tx, city)
    .where('assignee', '=', personId)
    .where('ended', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute()

/** How many open tasks lie on some desks. Scope `system`. */
export async function loads(tx: Tx, city: string, people: readonly string[]): Promise<Map<string, number>> {
  if (people.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('cases.case')
    .select(['assignee', ({ fn }) => fn.countAll<number>().as('open')])
    .where('city', '=', city)
    .where('assignee', 'in', [...people])
    .groupBy('assignee')
    .execute()
  return new Map(rows.map(({ assignee, open }) => [assignee!, open]))
}

/**
 * Grants and payments to one applicant wait for each other until the transaction ends: what one gives the limits of the
 * next have to see, whichever case it stands in. Scope `system`.
 */
export const holdApplicant = (tx: Tx, city: string, { personId, organisationId }: Applicant) =>
  sql`select pg_advisory_xact_lock(hashtext(${`${city} granted ${organisationId ?? personId}`}))`.execute(tx)

/** Other open cases of the same applicant to which something was granted. Scope `system`. */
export const grantedCases = (tx: Tx, city: string, { id, personId, organisationId }: CaseRow) =>
  tables(tx)
    .selectFrom('cases.case')
    .select(['code', 'service'])
    .where('city', '=', city)
    .where('id', '<>', id)
    .where('personId', 'is not distinct from', personId)
    .where('organisationId', 'is not distinct from', organisationId)
    .where('ended', 'is', null)
    .where((row) => row.or([row('fen', 'is not', null), row('months', 'is not', null)]))
    .orderBy('id')
    .execute()

/** Open cases whose last day is past, or whose last day is not known yet, by id. Scope `system`. */
export async function struck(
  tx: Tx,
  city: string,
  today: string,
  after: string | undefined,
  most: number,
): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('cases.case')
    .select('id')
    .where('city', '=', city)
    .where('ended', 'is', null)
    .where((row) => row.or([row('dueOn', '<', today), row('dueOn', 'is', null)]))
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
