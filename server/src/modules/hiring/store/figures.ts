import { type Channel, Id, OPEN_STAGES, platformFailures, type Stage } from '@renshu/contracts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import { pageOf, readCursor } from '../../../platform/pages.ts'

interface Asked {
  organisationId: string
  /** Days on which processes began, both included; null: open. */
  from: string | null
  until: string | null
  now: Date
}

const began = ({ organisationId, from, until }: Asked, city: string) => sql`
  process.city = ${city} and process.organisation_id = ${organisationId}
  and (${from}::date is null or (process.started_at at time zone 'Asia/Shanghai')::date >= ${from}::date)
  and (${until}::date is null or (process.started_at at time zone 'Asia/Shanghai')::date <= ${until}::date)`

/** How many processes reached each stage, and the median of the days they spent there. */
export async function funnel(tx: Tx, city: string, asked: Asked) {
  const { rows } = await sql<{ stage: Stage; reached: number; medianDays: number | null }>`
    with step as (
      select event.process_id, event.stage, event.happened_at, process.stage as present,
        lead(event.happened_at) over (partition by event.process_id order by event.seq) as until
      from hiring.event event
      join hiring.process process on process.city = event.city and process.id = event.process_id
      where ${began(asked, city)}
    ), spent as (
      select process_id, stage, sum(extract(epoch from
        coalesce(until, case when present in (${sql.join([...OPEN_STAGES])}) then ${asked.now}::timestamptz end)
          - happened_at)) / 86400 as days
      from step group by process_id, stage
    )
    select stage, count(*)::int as reached,
      round((percentile_cont(0.5) within group (order by days))::numeric, 1)::float8 as median_days
    from spent group by stage`.execute(tx)
  return rows
}

export async function channels(tx: Tx, city: string, asked: Asked) {
  const { rows } = await sql<{ channel: Channel; started: number; placed: number }>`
    select channel, count(*)::int as started, (count(*) filter (where stage = 'placed'))::int as placed
    from hiring.process process where ${began(asked, city)} group by channel order by started desc, channel`.execute(tx)
  return rows
}

/** Answers that were due: those not given yet count once their day is over. Hundredths of a percent. */
const answered = (now: Date) => sql`
  (10000 * count(*) filter (where (first_answer_at at time zone 'Asia/Shanghai')::date <= first_due_on)
    / nullif(count(*) filter (where first_answer_at is not null
      or first_due_on < (${now}::timestamptz at time zone 'Asia/Shanghai')::date), 0))::int`

export async function speed(tx: Tx, city: string, asked: Asked) {
  const { rows } = await sql<{ medianDaysToPlacement: number | null; answered: number | null }>`
    select (percentile_cont(0.5) within group (order by started_on - (started_at at time zone 'Asia/Shanghai')::date)
        filter (where stage = 'placed'))::float8 as median_days_to_placement,
      ${answered(asked.now)} as answered
    from hiring.process process where ${began(asked, city)}`.execute(tx)
  return rows[0]!
}

export interface Silence {
  organisationId: string
  waiting: number
  overdue: number
  lapsed: number
  answered: number | null
}

const Count = z.int32().min(0)
const Place = z.tuple([Count, Count, Id])

/**
 * Organisations that let talents wait, as far as the caller may see their processes: the most overdue first.
 * @throws platform.badCursor
 */
export async function silences(
  tx: Tx,
  city: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  { today, since, now }: { today: string; since: string; now: Date },
) {
  const values = readCursor(cursor, 3)
  const place = values && Place.safeParse(values)
  if (place && !place.success) throw new AppError(platformFailures.badCursor)
  const after = place?.data
  const all = sql`
    select organisation_id, count(*) filter (where stage in (${sql.join([...OPEN_STAGES])}) and waits_for = 'employer')::int as waiting,
      count(*) filter (where stage in (${sql.join([...OPEN_STAGES])}) and answer_by < ${today}::date)::int as overdue,
      count(*) filter (where stage = 'lapsed' and changed_at >= ${since}::date and exists (
        select 1 from hiring.event event where event.city = process.city and event.process_id = process.id
          and event.step = 'lapse' and event.reason = 'employerSilent'))::int as lapsed,
      (10000 * count(*) filter (where first_due_on >= ${since}::date
          and (first_answer_at at time zone 'Asia/Shanghai')::date <= first_due_on)
        / nullif(count(*) filter (where first_due_on >= ${since}::date and (first_answer_at is not null
          or first_due_on < (${now}::timestamptz at time zone 'Asia/Shanghai')::date)), 0))::int as answered
    from hiring.process process where city = ${city} group by organisation_id`
  const listed = sql`select * from (${all}) as organisation where overdue > 0 or lapsed > 0`
  const { rows } = await sql<Silence>`
    select * from (${listed}) as listed
    where ${after ? sql`(-overdue, -lapsed, organisation_id) > (${-after[0]}::int, ${-after[1]}::int, ${after[2]}::uuid)` : sql`true`}
    order by overdue desc, lapsed desc, organisation_id limit ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from (${listed}) as l`.execute(
    tx,
  )
  return pageOf(rows, limit, counted[0]!.total, ({ overdue, lapsed, organisationId }) => [
    overdue,
    lapsed,
    organisationId,
  ])
}
