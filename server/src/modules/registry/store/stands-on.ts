import { type RawBuilder, sql } from 'kysely'

/**
 * Ids of the organisations that stand on a day as known now: the rule of `standing/rules.ts` once more as one query,
 * so that a directory of a whole city can be filtered by it. A test holds both against each other.
 */
export const standsOn = (city: string, on: string): RawBuilder<unknown> => sql`
  with facts as (
    select fact.organisation_id,
      bool_or(kind = 'verified') as verified,
      bool_or(kind = 'licence') as licensed,
      bool_or(kind = 'closed' or (kind = 'sanction' and (detail->'blocks') is distinct from 'false'::jsonb)) as barred,
      (array_agg((detail->'allows') is not distinct from 'true'::jsonb order by from_on desc, recorded_at desc, fact.id desc)
        filter (where kind = 'trustLevel'))[1] as trusted
    from registry.standing_fact fact
      left join registry.standing_withdrawal gone on gone.city = fact.city and gone.id = fact.id
    where fact.city = ${city} and gone.id is null and from_on <= ${on}::date and coalesce(until_on >= ${on}::date, true)
    group by fact.organisation_id
  )
  select one.id
  from registry.organisation one
    join facts own on own.organisation_id = one.id
    left join facts head on head.organisation_id = one.branch_of_id
  where one.city = ${city} and own.verified
    and (one.kind <> 'agency' or own.licensed or coalesce(head.licensed, false))
    and not own.barred and not coalesce(head.barred, false)
    and coalesce(own.trusted, true) and coalesce(head.trusted, true)`
