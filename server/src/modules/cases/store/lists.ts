import type { DutyRole } from '@renshu/contracts'
import { Id, Instant, platformFailures } from '@renshu/contracts'
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import { pageOf, readCursor } from '../../../platform/pages.ts'
import { type CaseRow, type CasesTables, tables } from '../tables.ts'

type Row = ExpressionBuilder<{ 'cases.case': CasesTables['cases.case'] }, 'cases.case'>

/** Which cases a list shows; row-level security bounds it besides. */
export interface CasesFilter {
  personId?: string
  organisationId?: string
  service?: string | undefined
  open?: boolean | undefined
  code?: string | undefined
  district?: string | undefined
  /** Overdue before the first day, or due up to the second. */
  due?: { kind: 'overdue' | 'soon'; today: string; soon: string } | undefined
}
type Page = { limit: number; cursor?: string | undefined }

const all = (tx: Tx, city: string) => tables(tx).selectFrom('cases.case').where('city', '=', city)

function matches(row: Row, { personId, organisationId, service, open, code, district, due }: CasesFilter) {
  return row.and([
    ...(personId === undefined ? [] : [row('personId', '=', personId)]),
    ...(organisationId === undefined ? [] : [row('organisationId', '=', organisationId)]),
    ...(service === undefined ? [] : [row('service', '=', service)]),
    ...(open === undefined ? [] : [row('ended', open ? 'is' : 'is not', null)]),
    ...(code === undefined ? [] : [row('code', '=', code.toUpperCase())]),
    ...(district === undefined ? [] : [row.or([row('decision', '=', district), row('acceptance', '=', district)])]),
    ...(due ? [row('ended', 'is', null), dueIn(row, due)] : []),
  ])
}

const dueIn = (row: Row, { kind, today, soon }: NonNullable<CasesFilter['due']>) =>
  kind === 'overdue' ? row('dueOn', '<', today) : row.and([row('dueOn', '>=', today), row('dueOn', '<=', soon)])

const countOf = async (tx: Tx, city: string, where: (row: Row) => ReturnType<Row['and']>): Promise<number> =>
  (
    await all(tx, city)
      .where(where)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const Place = z.tuple([Instant, Id])

/** Cases, those changed last first. @throws platform.badCursor */
export async function casesPage(tx: Tx, city: string, filter: CasesFilter, { limit, cursor }: Page) {
  const place = readCursor(cursor, 2)
  const after = place && Place.safeParse(place)
  if (after && !after.success) throw new AppError(platformFailures.badCursor)
  const where = (row: Row) => matches(row, filter)
  const rows: CaseRow[] = await all(tx, city)
    .where(where)
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(changed_at, id) < (${after!.data![0]}::timestamptz, ${after!.data![1]}::uuid)`),
    )
    .selectAll()
    .orderBy('changedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, await countOf(tx, city, where), ({ changedAt, id }) => [changedAt.toISOString(), id])
}

/** Roles somebody has, and where; district null: everywhere. */
export type Reach = readonly { role: DutyRole; district: string | null }[]

/** Tasks of somebody's duties. */
export interface TasksFilter extends CasesFilter {
  reach: Reach
  stage?: string | undefined
  /** On this desk, or on none. */
  assignee?: string | null | undefined
  objections?: boolean | undefined
}

/** That one of the roles that may act is somebody's, at the place of the task. */
function isWithin(row: Row, reach: Reach) {
  return row.or(
    reach.map(({ role, district }) =>
      row.and([
        sql<SqlBool>`${role}::text = any (roles || array_remove(array[escalated_to], null))`,
        ...(district === null ? [] : [row('place', '=', district)]),
      ]),
    ),
  )
}

const isTask = (row: Row, { reach, stage, assignee, objections, ...filter }: TasksFilter) =>
  row.and([
    row('waitsFor', '=', 'office'),
    isWithin(row, reach),
    matches(row, filter),
    ...(stage === undefined ? [] : [row('stage', '=', stage)]),
    ...(assignee === undefined
      ? []
      : [assignee === null ? row('assignee', 'is', null) : row('assignee', '=', assignee)]),
    ...(objections ? [row('objections', '>', 0)] : []),
  ])

/** A day after every day: tasks without one come last. */
const NEVER = '9999-12-31'
const TaskPlace = z.tuple([z.iso.date(), Id])

/** Tasks, the earliest due first. @throws platform.badCursor */
export async function tasksPage(tx: Tx, city: string, filter: TasksFilter, { limit, cursor }: Page) {
  const place = readCursor(cursor, 2)
  const after = place && TaskPlace.safeParse(place)
  if (after && !after.success) throw new AppError(platformFailures.badCursor)
  const where = (row: Row) => isTask(row, filter)
  const rows: CaseRow[] = await all(tx, city)
    .where(where)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(coalesce(due_on, ${NEVER}::date), id) > (${after!.data![0]}::date, ${after!.data![1]}::uuid)`,
      ),
    )
    .selectAll()
    .orderBy(sql`coalesce(due_on, ${NEVER}::date)`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, await countOf(tx, city, where), ({ dueOn, id }) => [dueOn ?? NEVER, id])
}

export interface TaskCount {
  service: string
  version: string
  stage: string
  place: string
  mine: number
  unassigned: number
  all: number
  overdue: number
  soon: number
  objections: number
}

/** How many tasks of somebody's duties there are, by service, stage and place. */
export const countTasks = (
  tx: Tx,
  city: string,
  reach: Reach,
  { personId, today, soon }: { personId: string; today: string; soon: string },
): Promise<TaskCount[]> =>
  all(tx, city)
    .where((row) => isTask(row, { reach }))
    .select(({ fn }) => [
      'service',
      'stage',
      'place',
      sql<string>`min(version)`.as('version'),
      fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where assignee = ${personId}::uuid)`.as('mine'),
      sql<number>`count(*) filter (where assignee is null)`.as('unassigned'),
      sql<number>`count(*) filter (where due_on < ${today}::date)`.as('overdue'),
      sql<number>`count(*) filter (where due_on between ${today}::date and ${soon}::date)`.as('soon'),
      sql<number>`count(*) filter (where objections > 0)`.as('objections'),
    ])
    .groupBy(['service', 'stage', 'place'])
    .orderBy('service')
    .orderBy('stage')
    .orderBy('place')
    .execute()
