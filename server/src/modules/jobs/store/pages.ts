import { Id, Instant, platformFailures } from '@renshu/contracts'
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import { pageOf, readCursor } from '../../../platform/pages.ts'
import type { JobRow, JobsTables } from '../tables.ts'

const Place = z.tuple([Instant, Id])

/** @throws platform.badCursor */
function placeOf(cursor: string | undefined): [string, string] | undefined {
  const values = readCursor(cursor, 2)
  if (!values) return undefined
  const place = Place.safeParse(values)
  if (!place.success) throw new AppError(platformFailures.badCursor)
  return place.data
}

export interface Page {
  limit: number
  cursor?: string | undefined
}

export interface JobsFilter {
  q?: string | undefined
  status?: JobRow['status'] | 'unlisted' | undefined
  organisation?: string | undefined
  district?: string | null | undefined
}

type Where = ExpressionBuilder<JobsTables, 'jobs.job'>

/** `open` is what the public sees; `unlisted` what was approved and is not shown. */
function inState(status: NonNullable<JobsFilter['status']>, today: string) {
  if (status === 'unlisted') return sql<SqlBool>`(status = 'open' and coalesce(listed_until < ${today}::date, true))`
  if (status === 'open') return sql<SqlBool>`(status = 'open' and listed_until >= ${today}::date)`
  return sql<SqlBool>`status = ${status}`
}

const conditions =
  (city: string, { q, status, organisation, district }: JobsFilter, today: string) =>
  (where: Where) =>
    where.and(
      [
        where('city', '=', city),
        organisation ? where('organisationId', '=', organisation) : null,
        district ? where('district', '=', district) : null,
        q ? sql<SqlBool>`strpos(lower(title), lower(${q})) > 0` : null,
        status ? inState(status, today) : null,
      ].filter((test) => test !== null),
    )

/** Postings the caller may see, newest first. */
export async function jobsPage(tx: Tx, city: string, filter: JobsFilter, { limit, cursor }: Page, today: string) {
  const db = tx.withTables<JobsTables>()
  const where = conditions(city, filter, today)
  const from = placeOf(cursor)
  let query = db
    .selectFrom('jobs.job')
    .selectAll()
    .where(where)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await db
    .selectFrom('jobs.job')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(where)
    .executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.createdAt.toISOString(), last.id])
}

const SINCE = sql<Date>`coalesce(waiting_since, reported_at)`

/** Postings that wait or were reported, those that wait longest first. */
export async function queuePage(
  tx: Tx,
  city: string,
  { district, signal }: { district?: string | null | undefined; signal?: string | undefined },
  { limit, cursor }: Page,
) {
  const db = tx.withTables<JobsTables>()
  const where = (builder: Where) =>
    builder.and(
      [
        builder('city', '=', city),
        sql<SqlBool>`(status = 'waiting' or reported_at is not null)`,
        district ? builder('district', '=', district) : null,
        signal ? sql<SqlBool>`signals @> ${JSON.stringify([{ kind: signal }])}::jsonb` : null,
      ].filter((test) => test !== null),
    )
  const from = placeOf(cursor)
  let query = db
    .selectFrom('jobs.job')
    .selectAll()
    .where(where)
    .orderBy(SINCE)
    .orderBy('id')
    .limit(limit + 1)
  if (from) query = query.where(sql<SqlBool>`(${SINCE}, id) > (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const { total } = await db
    .selectFrom('jobs.job')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(where)
    .executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [
    (last.waitingSince ?? last.reportedAt)!.toISOString(),
    last.id,
  ])
}
