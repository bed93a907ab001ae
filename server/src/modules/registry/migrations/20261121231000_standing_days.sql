-- The days on which an organisation stands, as known now, so that the directory is filtered by a column: working out the
-- standing of a whole city took seconds at 100,000 organisations. All days, not one period: nothing has to be swept when
-- one ends. Written wherever a fact is recorded or withdrawn.
alter table registry.organisation add column stands_on datemultirange not null default '{}';

update registry.organisation as one
set stands_on = (
  select own.verified * case when one.kind = 'agency' then own.licensed + head.licensed else '{(,)}' end
    - own.barred - head.barred
  from (
    select coalesce(range_agg(days) filter (where kind = 'verified'), '{}') as verified,
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
      where fact.city = one.city and fact.organisation_id = one.id and not exists (
        select from registry.standing_withdrawal gone where gone.city = fact.city and gone.id = fact.id)
    ) as known) as own, (
    select coalesce(range_agg(days) filter (where kind = 'verified'), '{}') as verified,
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
      where fact.city = one.city and fact.organisation_id = one.branch_of_id and not exists (
        select from registry.standing_withdrawal gone where gone.city = fact.city and gone.id = fact.id)
    ) as known) as head);

-- With the day of registering, so that the newest of a rare word are found in the index and then sorted.
create index organisation_found on registry.organisation (city, name_key, id)
  include (search_text, credit_code, kind, district, verified_on, closed_on, branch_of_id, created_at);
drop index registry.organisation_searched;
alter index registry.organisation_found rename to organisation_searched;
