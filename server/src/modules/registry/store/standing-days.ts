import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * Every day on which organisations stand, as known now: the rule of `standing/rules.ts` once more as one query, so that
 * a directory of a whole city can be filtered by what is stored. A test holds both against each other. A grade of trust
 * bars until a later one begins; a branch stands on its own facts and those of its head.
 */
const standingDays = (city: string, which: RawBuilder<unknown>) => sql`
  with asked as (select id, kind, branch_of_id from registry.organisation where city = ${city} and ${which}),
  fact as (
    select organisation_id, kind, daterange(from_on, until_on, '[]') as days,
      case kind when 'trustLevel' then (detail->'allows') is distinct from 'true'::jsonb
        when 'sanction' then (detail->'blocks') is distinct from 'false'::jsonb else kind = 'closed' end as bars,
      range_agg(daterange(from_on, until_on, '[]')) over (partition by organisation_id, kind
        order by from_on, recorded_at, fact.id rows between 1 following and unbounded following) as later
    from registry.standing_fact fact
      left join registry.standing_withdrawal gone on gone.city = fact.city and gone.id = fact.id
    where fact.city = ${city} and gone.id is null
      and organisation_id in (select id from asked union all select branch_of_id from asked)
  ),
  sum as (
    select organisation_id, coalesce(range_agg(days) filter (where kind = 'verified'), '{}') as verified,
      coalesce(range_agg(days) filter (where kind = 'closed'), '{}') as closed,
      coalesce(range_agg(days) filter (where kind = 'licence'), '{}') as licensed,
      coalesce(range_agg(case when kind = 'trustLevel' then datemultirange(days) - coalesce(later, '{}')
        else datemultirange(days) end) filter (where bars), '{}') as barred
    from fact group by organisation_id
  )
  select asked.id, lower(own.verified) as verified_on, lower(own.closed) as closed_on,
    coalesce(own.verified * case when asked.kind = 'agency' then own.licensed + coalesce(head.licensed, '{}')
      else '{(,)}' end - own.barred - coalesce(head.barred, '{}'), '{}') as stands_on
  from asked left join sum own on own.organisation_id = asked.id
    left join sum head on head.organisation_id = asked.branch_of_id`

/**
 * Copies from the facts since when organisations are shown to the public, since when they are closed and the days on
 * which they stand; for them and their branches, as far as the caller may change those. Facts recorded at the same time
 * by others are waited for, and follow-ups see them.
 */
export async function refreshStanding(tx: Tx, city: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const list = sql.join(ids)
  const which = sql`(id in (${list}) or branch_of_id in (${list}))`
  // Not `for update`: whoever adds a fact holds the key of its organisation.
  await sql`select id from registry.organisation where city = ${city} and ${which}
    order by id for no key update`.execute(tx)
  await write(tx, city, which)
}

/** The same for a whole city. */
export const refreshCity = (tx: Tx, city: string): Promise<void> => write(tx, city, sql`true`)

async function write(tx: Tx, city: string, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    update registry.organisation as one
    set verified_on = known.verified_on, closed_on = known.closed_on, stands_on = known.stands_on
    from (${standingDays(city, which)}) as known
    where one.city = ${city} and one.id = known.id
      and (one.verified_on, one.closed_on, one.stands_on)
        is distinct from (known.verified_on, known.closed_on, known.stands_on)`.execute(tx)
}
