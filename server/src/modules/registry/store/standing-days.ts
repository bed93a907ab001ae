import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * On which days which facts of an organisation hold, as one row. A grade of trust bars until a later one begins. Read
 * through the index for each organisation: a join would be planned from figures that a filling table does not have yet.
 */
const factsOf = (city: string, id: RawBuilder<unknown>) => sql`(
  select coalesce(range_agg(days) filter (where kind = 'verified'), '{}') as verified,
    coalesce(range_agg(days) filter (where kind = 'closed'), '{}') as closed,
    coalesce(range_agg(days) filter (where kind = 'licence'), '{}') as licensed,
    coalesce(range_agg(case when kind = 'trustLevel' then datemultirange(days) - coalesce(later, '{}')
      else datemultirange(days) end) filter (where bars), '{}') as barred
  from (
    select kind, daterange(from_on, until_on, '[]') as days,
      case kind when 'trustLevel' then (detail->'allows') is distinct from 'true'::jsonb
        when 'sanction' then (detail->'blocks') is distinct from 'false'::jsonb else kind = 'closed' end as bars,
      range_agg(daterange(from_on, until_on, '[]')) over (partition by kind
        order by from_on, recorded_at, fact.id rows between 1 following and unbounded following) as later
    from registry.standing_fact fact
    where fact.city = ${city} and fact.organisation_id = ${id} and not exists (
      select from registry.standing_withdrawal gone where gone.city = ${city} and gone.id = fact.id)
  ) as known)`

/**
 * Writes the days on which organisations stand, as known now: the rule of `standing/rules.ts` once more, so that a
 * directory of a whole city can be filtered by what is stored. A test holds both against each other.
 */
async function write(tx: Tx, city: string, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    update registry.organisation as one
    set (verified_on, closed_on, stands_on) = (
      select lower(own.verified), lower(own.closed),
        own.verified * case when one.kind = 'agency' then own.licensed + head.licensed else '{(,)}' end
          - own.barred - head.barred
      from ${factsOf(city, sql`one.id`)} as own, ${factsOf(city, sql`one.branch_of_id`)} as head)
    where city = ${city} and ${which}`.execute(tx)
}

/**
 * Copies from the facts since when organisations are shown to the public, since when they are closed and the days on
 * which they stand; for them and their branches, as far as the caller may change those. Facts recorded at the same time
 * by others are waited for, and follow-ups see them.
 */
export async function refreshStanding(tx: Tx, city: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const list = sql`${ids}::uuid[]`
  const which = sql`(id = any(${list}) or branch_of_id = any(${list}))`
  // Not `for update`: whoever adds a fact holds the key of its organisation.
  await sql`select id from registry.organisation where city = ${city} and ${which}
    order by id for no key update`.execute(tx)
  await write(tx, city, which)
}

/**
 * The same for a whole city. Its rows have just come in and are not counted yet: the planner would take them for few,
 * and loop over all of them for each of each.
 */
export async function refreshCity(tx: Tx, city: string): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(tx)
  await write(tx, city, sql`true`)
  await sql`set local enable_nestloop = on`.execute(tx)
}
