create schema talents;
grant usage on schema talents to renshu_app;

-- A profile: of a person with an account, or kept by an agency for somebody who agreed to it. One that was removed or
-- merged stays as a row that says nothing, so that whoever reads the stream hears of it.
create table talents.talent (
  city text not null,
  id uuid not null,
  person_id uuid,
  agency_id uuid,
  visibility text not null check (visibility in ('hidden', 'anonymous', 'open')),
  -- What was written, and the same as the engine reads it.
  profile jsonb not null,
  engine jsonb not null,
  -- Copies by which employers search, until an index does. A place is the path of its codes, `370000/370200/370211/`.
  occupations text[] not null,
  places text[] not null,
  education smallint,
  pay_min bigint,
  certificates text[] not null,
  search_text text not null,
  -- Employers the person will not work for: they do not see the profile.
  refused_employers text[] not null,
  -- Of the home, where it lies in the city.
  district text,
  born smallint,
  -- By which two profiles of one person are found.
  name_blind text,
  -- Only of kept profiles: name and phone of a person stand in accounts.
  name_sealed text,
  phone_sealed text,
  phone_blind text,
  resident_id_blind text,
  consent_on date,
  consent_until date,
  source_id text,
  cv_file_id uuid,
  confirmed_on date not null,
  -- Last day on which employers see it, as known now; null: without end.
  visible_until date,
  active boolean not null,
  -- When the person was asked to say again that the wish still holds.
  asked_at timestamptz(3),
  change_seq bigint not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  ended_at timestamptz(3),
  merged_into uuid,
  primary key (city, id),
  check (num_nonnulls(person_id, agency_id) = case when ended_at is null then 1 else 0 end),
  check ((agency_id is null) = (consent_on is null) and (consent_on is null) = (consent_until is null)),
  check (consent_until >= consent_on),
  check (agency_id is null or visibility = 'hidden'),
  check (ended_at is null or (not active and coalesce(name_blind, name_sealed, phone_sealed, phone_blind) is null))
);
create unique index talent_change on talents.talent (city, change_seq);
create unique index talent_of_person on talents.talent (city, person_id) where person_id is not null;
create unique index talent_source on talents.talent (city, agency_id, source_id) where source_id is not null;
create index talent_kept on talents.talent (city, agency_id, created_at, id) where agency_id is not null;
create index talent_shown on talents.talent (city, confirmed_on desc, id desc) where active and visibility <> 'hidden';
create index talent_ending on talents.talent (city, visible_until) where active;
create index talent_phone on talents.talent (city, phone_blind) where phone_blind is not null;
create index talent_resident on talents.talent (city, resident_id_blind) where resident_id_blind is not null;
create index talent_name on talents.talent (city, name_blind, born) where name_blind is not null;

-- Who looked at whom: shown to the person, and counted. Once a day for each thing looked at.
create table talents.look (
  city text not null,
  id uuid not null,
  talent_id uuid not null,
  person_id uuid,
  organisation_id uuid not null,
  by_person_id uuid not null,
  what text not null check (what in ('profile', 'contact', 'cv')),
  looked_on date not null,
  looked_at timestamptz(3) not null,
  primary key (city, id)
);
create unique index look_once on talents.look (city, organisation_id, looked_on, talent_id, what);
create index look_of on talents.look (city, person_id, looked_at desc, id desc);

-- How many profiles an organisation opened on a day; `id` is the organisation's.
create table talents.look_count (
  city text not null,
  id uuid not null,
  looked_on date not null,
  used int not null check (used > 0),
  primary key (city, id, looked_on)
);

alter table talents.talent enable row level security;
alter table talents.look enable row level security;
alter table talents.look_count enable row level security;

create policy city on talents.talent as restrictive using (city = current_setting('app.city', true));
create policy system on talents.talent using (current_setting('app.scope', true) = 'system');
create policy person on talents.talent using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy agency on talents.talent using (
  current_setting('app.scope', true) = 'member'
  and agency_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy shown on talents.talent for select using (
  current_setting('app.scope', true) = 'member' and active and visibility in ('anonymous', 'open')
);
create policy officer on talents.talent for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district is null or district = current_setting('app.district', true))
);

create policy city on talents.look as restrictive using (city = current_setting('app.city', true));
create policy system on talents.look using (current_setting('app.scope', true) = 'system');
create policy person on talents.look for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on talents.look using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on talents.look_count as restrictive using (city = current_setting('app.city', true));
create policy system on talents.look_count using (current_setting('app.scope', true) = 'system');
create policy member on talents.look_count using (
  current_setting('app.scope', true) = 'member' and id = nullif(current_setting('app.organisation', true), '')::uuid
);

grant select, insert, update on talents.talent, talents.look_count to renshu_app;
-- The person of a look is forgotten when he is erased.
grant select, insert, update (person_id, by_person_id) on talents.look to renshu_app;
