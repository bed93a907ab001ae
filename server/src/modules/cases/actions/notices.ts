import type { CaseNotice } from '@renshu/contracts'
import { Day, Id, platformFailures } from '@renshu/contracts'
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf, readCursor } from '../../../platform/pages.ts'
import { noticesSince } from '../settings.ts'
import { type CasesTables, type NoticeRow, tables } from '../tables.ts'
import { placeOf } from '../views/values.ts'
import { reachOf } from './tasks.ts'

const Place = z.tuple([Day, Id])

const noticeView = ({ cities, city }: Context, row: NoticeRow): CaseNotice => ({
  id: row.id,
  service: { key: row.service, title: row.title },
  stage: row.stage,
  from: row.fromOn,
  until: row.untilOn,
  open: row.endedOn === null,
  amount: row.amount,
  facts: row.facts,
  decision: placeOf(row.decision, cities.get(city)),
})

interface Query {
  service?: string | undefined
  open: boolean
  limit: number
  cursor?: string | undefined
}
type Row = ExpressionBuilder<{ 'cases.notice': CasesTables['cases.notice'] }, 'cases.notice'>
type Seen = (row: Row) => ReturnType<Row['and']>

/** Notices that the caller may see, the newest first. @throws platform.badCursor */
async function noticesPage(context: Context, { service, open, limit, cursor }: Query, seen: Seen) {
  const { tx, city } = context
  const place = readCursor(cursor, 2)
  const after = place && Place.safeParse(place)
  if (after && !after.success) throw new AppError(platformFailures.badCursor)
  const all = tables(tx)
    .selectFrom('cases.notice')
    .where('city', '=', city)
    .where(seen)
    .$if(open, (query) => query.where('endedOn', 'is', null))
    .$if(service !== undefined, (query) => query.where('service', '=', service!))
  const rows = await all
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(from_on, id) < (${after!.data![0]}::date, ${after!.data![1]}::uuid)`),
    )
    .selectAll()
    .orderBy('fromOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { n } = await all.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const found = pageOf(rows, limit, n, ({ fromOn, id }) => [fromOn, id])
  return { ...found, items: found.items.map((row) => noticeView(context, row)) }
}

/**
 * What is before everybody's eyes: notices that run, and ended ones for the days the city sets, as long as what they
 * announce holds.
 * @throws platform.badCursor
 */
export function listNotices(context: Context, query: Query) {
  const since = noticesSince(context, dayOf(context.now()))
  return noticesPage(context, query, (row) =>
    row.and([row('withheld', '=', false), row.or([row('endedOn', 'is', null), row('endedOn', '>=', since)])]),
  )
}

/** Every notice of the places where the caller has a duty; of his district for administrators. @throws platform.badCursor */
export async function listAllNotices(context: Context, query: Query) {
  const { district, administrator } = context.actor.officer!
  const places = administrator ? [district] : (await reachOf(context)).map((reach) => reach.district)
  const isSeen: Seen = (row) =>
    row.or(places.map((place) => (place === null ? row.and([]) : row.and([row('decision', '=', place)]))))
  return context.asSystem(() => noticesPage(context, query, isSeen))
}
