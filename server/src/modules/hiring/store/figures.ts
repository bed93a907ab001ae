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

/** As the one that posted, or as the agency that keeps the talent. */
const began = ({ organisationId, from, until }: Asked, city: string) => sql`
  process.city = ${city} and (process.organisation_id = ${organisationId} or process.agency_id = ${organisationId})
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

/** How many processes of a posting stand in each stage, as its employer or as the agency that keeps the talents. */
export async function stagesOf(
  tx: Tx,
  city: string,
  { organisationId, jobId, today }: { organisationId: string; jobId: string; today: string },
) {
  const { rows } = await sql<{ stage: Stage; count: number; overdue: number }>`
    select stage, count(*)::int as count,
      (count(*) filter (where answer_by < ${today}::date and stage in (${sql.join([...OPEN_STAGES])})))::int as overdue
    from hiring.process
    where city = ${city} and job_id = ${jobId} and ${organisationId} in (organisation_id, agency_id)
    group by stage`.execute(tx)
  return rows
}

export async function channels(tx: Tx, city: string, asked: Asked) {
  const { rows } = await sql<{ channel: Channel; started: number; placed: number }>`
    select channel, count(*)::int as started, (count(*) filter (where stage = 'placed'))::int as placed
    from hiring.process process where ${began(asked, city)} group by channel order by started desc, channel`.execute(tx)
  return rows
}

/**
 * Answers to its own postings that were due: those not given yet count once their day is over. Of talents whom an agency
 * recommended elsewhere others answer. Hundredths of a percent.
 */
const answered = ({ organisationId, now }: Asked) => sql`
  (10000 * count(*) filter (where organisation_id = ${organisationId}
      and (first_answer_at at time zone 'Asia/Shanghai')::date <= first_due_on)
    / nullif(count(*) filter (where organisation_id = ${organisationId} and (first_answer_at is not null
      or first_due_on < (${now}::timestamptz at time zone 'Asia/Shanghai')::date)), 0))::int`

export async function speed(tx: Tx, city: string, asked: Asked) {
  const { rows } = await sql<{ medianDaysToPlacement: number | null; answered: number | null }>`
    select (percentile_cont(0.5) within group (order by started_on - (started_at at time zone 'Asia/Shanghai')::date)
        filter (where stage = 'placed'))::float8 as median_days_to_placement,
      ${answered(asked)} as answered
    from hiring.process process where ${began(asked, city)}`.execute(tx)
  return rows[0]!
}

/** Processes whose first answer was due since a day: those not answered yet count once their day is over. */
const dueSince = ({ since, now }: { since: string; now: Date }) => sql`first_due_on >= ${since}::date
  and (first_answer_at is not null or first_due_on < (${now}::timestamptz at time zone 'Asia/Shanghai')::date)`

/** Of processes, those that were answered in time. */
const IN_TIME = sql`(first_answer_at at time zone 'Asia/Shanghai')::date <= first_due_on`

/** How an organisation answered whom it had to answer since a day; from the yes on where it had invited. */
export async function answers(tx: Tx, city: string, organisationId: string, span: { since: string; now: Date }) {
  const { rows } = await sql<{ counted: number; answered: number | null; medianDays: number | null }>`
    select count(*)::int as counted,
      (10000 * count(*) filter (where ${IN_TIME}) / nullif(count(*), 0))::int as answered,
      round((percentile_cont(0.5) within group (order by extract(epoch from first_answer_at - coalesce((
        select min(event.happened_at) from hiring.event event where event.city = process.city
          and event.process_id = process.id and event.step = 'agree'), started_at)) / 86400))::numeric, 1)::float8
        as median_days
    from hiring.process process
    where city = ${city} and organisation_id = ${organisationId} and ${dueSince(span)}`.execute(tx)
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
      (10000 * count(*) filter (where ${dueSince({ since, now })} and ${IN_TIME})
        / nullif(count(*) filter (where ${dueSince({ since, now })}), 0))::int as answered
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
