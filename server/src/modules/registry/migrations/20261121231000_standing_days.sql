-- The days on which an organisation stands, as known now, so that the directory is filtered by a column: working out the
-- standing of a whole city took seconds at 100,000 organisations. All days, not one period: nothing has to be swept when
-- one ends. Written wherever a fact is recorded or withdrawn.
alter table registry.organisation add column stands_on datemultirange not null default '{}';

with fact as (
  select fact.city, organisation_id, kind, daterange(from_on, until_on, '[]') as days,
    case kind when 'trustLevel' then (detail->'allows') is distinct from 'true'::jsonb
      when 'sanction' then (detail->'blocks') is distinct from 'false'::jsonb else kind = 'closed' end as bars,
    range_agg(daterange(from_on, until_on, '[]')) over (partition by fact.city, organisation_id, kind
      order by from_on, recorded_at, fact.id rows between 1 following and unbounded following) as later
  from registry.standing_fact fact
    left join registry.standing_withdrawal gone on gone.city = fact.city and gone.id = fact.id
  where gone.id is null
),
sum as (
  select city, organisation_id, coalesce(range_agg(days) filter (where kind = 'verified'), '{}') as verified,
    coalesce(range_agg(days) filter (where kind = 'licence'), '{}') as licensed,
    coalesce(range_agg(case when kind = 'trustLevel' then datemultirange(days) - coalesce(later, '{}')
      else datemultirange(days) end) filter (where bars), '{}') as barred
  from fact group by city, organisation_id
)
update registry.organisation as one
set stands_on = known.stands_on
from (
  select asked.city, asked.id, own.verified * case when asked.kind = 'agency'
      then own.licensed + coalesce(head.licensed, '{}') else '{(,)}' end
    - own.barred - coalesce(head.barred, '{}') as stands_on
  from registry.organisation asked
    join sum own on own.city = asked.city and own.organisation_id = asked.id
    left join sum head on head.city = asked.city and head.organisation_id = asked.branch_of_id
) as known
where one.city = known.city and one.id = known.id;

-- With the day of registering, so that the newest of a rare word are found in the index and then sorted.
create index organisation_found on registry.organisation (city, name_key, id)
  include (search_text, credit_code, kind, district, verified_on, closed_on, branch_of_id, created_at);
drop index registry.organisation_searched;
alter index registry.organisation_found rename to organisation_searched;
