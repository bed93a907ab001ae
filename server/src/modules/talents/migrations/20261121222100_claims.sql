-- That a person belongs to a group the law helps: kept only while the person agrees, for officers of the district.
create table talents.group_claim (
  city text not null,
  id uuid not null,
  talent_id uuid not null,
  person_id uuid,
  kind text not null,
  district text,
  documents uuid[] not null,
  status text not null check (status in ('claimed', 'proved', 'refused', 'ended')),
  claimed_at timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by uuid,
  reason text,
  until_on date,
  primary key (city, id),
  check (status <> 'ended' or (cardinality(documents) = 0 and reason is null)),
  check (person_id is not null or status = 'ended')
);
create unique index group_claim_once on talents.group_claim (city, person_id, kind) where status in ('claimed', 'proved');
create index group_claim_of on talents.group_claim (city, person_id);
create index group_claim_waiting on talents.group_claim (city, claimed_at, id) where status = 'claimed';

-- Two profiles that may be of one person. Decided once: whoever was said to differ is not asked about again.
create table talents.pair (
  city text not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  districts text[] not null,
  alike text[] not null check (cardinality(alike) > 0),
  found_at timestamptz(3) not null,
  -- `closed`: one of the two went without a decision.
  status text not null check (status in ('open', 'same', 'different', 'closed')),
  decided_at timestamptz(3),
  decided_by uuid,
  reason text,
  primary key (city, id),
  check (one_id < other_id),
  check ((status = 'open') = (decided_at is null))
);
create unique index pair_once on talents.pair (city, one_id, other_id);
create index pair_other on talents.pair (city, other_id);
create index pair_waiting on talents.pair (city, found_at, id) where status = 'open';

alter table talents.group_claim enable row level security;
alter table talents.pair enable row level security;

create policy city on talents.group_claim as restrictive using (city = current_setting('app.city', true));
create policy system on talents.group_claim using (current_setting('app.scope', true) = 'system');
create policy person on talents.group_claim using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy officer on talents.group_claim using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district is null or district = current_setting('app.district', true))
);

create policy city on talents.pair as restrictive using (city = current_setting('app.city', true));
create policy system on talents.pair using (current_setting('app.scope', true) = 'system');
create policy officer on talents.pair using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or current_setting('app.district', true) = any (districts))
);

grant select, insert, update on talents.group_claim, talents.pair to renshu_app;
