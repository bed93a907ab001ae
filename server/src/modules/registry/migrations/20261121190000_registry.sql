create schema registry;
grant usage on schema registry to renshu_app;

create table registry.organisation (
  city text not null,
  id uuid not null,
  kind text not null check (kind in ('employer', 'agency', 'school', 'park')),
  name text not null,
  -- Pinyin with tones: the order of the directory. Bytewise, so that every database sorts alike.
  name_key text collate "C" not null,
  -- Name, pinyin and initials, in which the directory searches.
  search_text text not null,
  credit_code text not null check (credit_code ~ '^[0-9A-Z]{18}$'),
  district text not null check (district ~ '^\d{6}$'),
  address text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  industry text,
  size text check (size in ('under20', 'under100', 'under500', 'under1000', 'over1000')),
  business_types text[] not null default '{}',
  website text,
  description text not null default '',
  founded_on date,
  contact_name text,
  phone_sealed text,
  legal_representative text,
  -- The group it belongs to, recorded by the bureau.
  parent_id uuid,
  -- The head of a branch (分支机构).
  branch_of_id uuid,
  opened_on date,
  reported_on date,
  -- Copies of facts of standing by which rows are shown to the public: a policy can look at no other table.
  verified_on date,
  closed_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  -- Null for a register imported by a command.
  created_by uuid,
  primary key (city, id),
  constraint organisation_credit_code unique (city, credit_code),
  foreign key (city, parent_id) references registry.organisation (city, id),
  foreign key (city, branch_of_id) references registry.organisation (city, id),
  check ((latitude is null) = (longitude is null)),
  check ((branch_of_id is null) = (reported_on is null)),
  check (branch_of_id <> id and parent_id <> id)
);
create index organisation_by_name on registry.organisation (city, name_key, id);
create index organisation_by_district on registry.organisation (city, district);
create index organisation_by_age on registry.organisation (city, created_at, id);
create index organisation_branches on registry.organisation (city, branch_of_id) where branch_of_id is not null;

create table registry.licence (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  district text not null,
  kind text not null check (kind in ('licence', 'filing', 'dispatchLicence')),
  number text not null,
  covers text[] not null check (cardinality(covers) > 0),
  issued_by text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  document_id uuid,
  status text not null check (status in ('proposed', 'confirmed', 'refused', 'withdrawn')),
  reason text,
  proposed_at timestamptz(3) not null,
  proposed_by uuid,
  decided_at timestamptz(3),
  decided_by uuid,
  version int not null default 1,
  primary key (city, id),
  foreign key (city, organisation_id) references registry.organisation (city, id),
  check ((status = 'proposed') = (decided_at is null))
);
create unique index licence_once on registry.licence (city, kind, number, valid_from) where status = 'confirmed';
create index licence_of on registry.licence (city, organisation_id);
create index licence_waiting on registry.licence (city, proposed_at, id) where status = 'proposed';

create table registry.practitioner (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  district text not null,
  name text not null,
  certificate_number text,
  from_on date not null,
  until_on date check (until_on >= from_on),
  version int not null default 1,
  primary key (city, id),
  foreign key (city, organisation_id) references registry.organisation (city, id)
);
create index practitioner_of on registry.practitioner (city, organisation_id);
-- Somebody works at one agency at a time.
create unique index practitioner_certificate on registry.practitioner (city, certificate_number) where until_on is null;

create table registry.verification (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  district text not null,
  round int not null check (round > 0),
  status text not null check (status in ('submitted', 'accepted', 'refused', 'withdrawn')),
  submitted_at timestamptz(3) not null,
  submitted_by uuid not null,
  through_organisation_id uuid,
  -- Fixed at submission: later parameters do not move it.
  due_on date not null,
  statement text not null,
  documents uuid[] not null,
  decided_at timestamptz(3),
  decided_by uuid,
  reason text,
  version int not null default 1,
  primary key (city, id),
  unique (city, organisation_id, round),
  foreign key (city, organisation_id) references registry.organisation (city, id),
  check ((status = 'submitted') = (decided_at is null))
);
create unique index verification_open on registry.verification (city, organisation_id) where status = 'submitted';
create index verification_waiting on registry.verification (city, status, due_on, id);

-- What standing is computed from. Never changed: what is wrong is withdrawn, and stays to explain the past.
create table registry.standing_fact (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('verified', 'licence', 'sanction', 'trustLevel', 'closed')),
  detail jsonb not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  -- The record that made it true, e.g. `registry.verification` and its id.
  source text not null check (source ~ '^[a-z]+\.[a-zA-Z]+$'),
  source_id text not null,
  primary key (city, id),
  foreign key (city, organisation_id) references registry.organisation (city, id)
);
create index standing_fact_of on registry.standing_fact (city, organisation_id);
create index standing_fact_source on registry.standing_fact (city, source, source_id);

create table registry.standing_withdrawal (
  city text not null,
  -- Of the fact.
  id uuid not null,
  withdrawn_at timestamptz(3) not null,
  withdrawn_by uuid,
  reason text not null,
  primary key (city, id),
  foreign key (city, id) references registry.standing_fact (city, id)
);

-- Reports of imported registers.
create table registry.import (
  city text not null,
  id uuid not null,
  name text not null,
  imported_at timestamptz(3) not null,
  imported_by uuid not null,
  read int not null,
  created int not null,
  updated int not null,
  unchanged int not null,
  rejected jsonb not null,
  primary key (city, id)
);

-- Corrections by the bureau and looks at what is masked, each with its reason.
create table registry.remark (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('corrected', 'phoneRevealed')),
  detail jsonb not null,
  reason text not null,
  made_at timestamptz(3) not null,
  made_by uuid not null,
  primary key (city, id),
  foreign key (city, organisation_id) references registry.organisation (city, id)
);
create index remark_of on registry.remark (city, organisation_id, made_at);

alter table registry.organisation enable row level security;
alter table registry.licence enable row level security;
alter table registry.practitioner enable row level security;
alter table registry.verification enable row level security;
alter table registry.standing_fact enable row level security;
alter table registry.standing_withdrawal enable row level security;
alter table registry.import enable row level security;
alter table registry.remark enable row level security;

create policy city on registry.organisation as restrictive using (city = current_setting('app.city', true));
create policy listed on registry.organisation for select using (verified_on is not null and closed_on is null);
create policy system on registry.organisation using (current_setting('app.scope', true) = 'system');
create policy officer on registry.organisation using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on registry.organisation using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (id, branch_of_id)
);
create policy registering on registry.organisation for insert with check (
  current_setting('app.scope', true) = 'person' and verified_on is null and branch_of_id is null and parent_id is null
  and created_by = nullif(current_setting('app.person', true), '')::uuid
);

create policy city on registry.licence as restrictive using (city = current_setting('app.city', true));
create policy shown on registry.licence for select using (status = 'confirmed');
create policy system on registry.licence using (current_setting('app.scope', true) = 'system');
create policy officer on registry.licence using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on registry.licence for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy proposing on registry.licence for insert with check (
  current_setting('app.scope', true) = 'member' and status = 'proposed'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
-- Whoever proposed may take back; only the bureau confirms.
create policy withdrawing on registry.licence for update using (
  current_setting('app.scope', true) = 'member' and status = 'proposed'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
) with check (status = 'withdrawn');

create policy city on registry.practitioner as restrictive using (city = current_setting('app.city', true));
create policy system on registry.practitioner using (current_setting('app.scope', true) = 'system');
create policy officer on registry.practitioner using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on registry.practitioner using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on registry.verification as restrictive using (city = current_setting('app.city', true));
create policy system on registry.verification using (current_setting('app.scope', true) = 'system');
create policy officer on registry.verification using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on registry.verification for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy submitting on registry.verification for insert with check (
  current_setting('app.scope', true) = 'member' and status = 'submitted'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy withdrawing on registry.verification for update using (
  current_setting('app.scope', true) = 'member' and status = 'submitted'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
) with check (status = 'withdrawn');

-- Every path asks for standing, so everybody in the city may read the facts; only the bureau and the system make them.
create policy city on registry.standing_fact as restrictive using (city = current_setting('app.city', true));
create policy reading on registry.standing_fact for select using (true);
create policy recording on registry.standing_fact for insert with check (
  current_setting('app.scope', true) in ('system', 'officer')
);
create policy city on registry.standing_withdrawal as restrictive using (city = current_setting('app.city', true));
create policy reading on registry.standing_withdrawal for select using (true);
create policy recording on registry.standing_withdrawal for insert with check (
  current_setting('app.scope', true) in ('system', 'officer')
);

create policy city on registry.import as restrictive using (city = current_setting('app.city', true));
create policy system on registry.import using (current_setting('app.scope', true) = 'system');
create policy own on registry.import using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or imported_by = nullif(current_setting('app.person', true), '')::uuid)
);
create policy city on registry.remark as restrictive using (city = current_setting('app.city', true));
create policy officer on registry.remark using (current_setting('app.scope', true) in ('system', 'officer'));

grant select, insert, update on registry.organisation, registry.licence, registry.verification to renshu_app;
grant select, insert, update, delete on registry.practitioner to renshu_app;
grant select, insert on registry.standing_fact, registry.standing_withdrawal, registry.import, registry.remark to renshu_app;

-- What other modules may read; row-level security of the reader applies.
create view registry.v_organisation with (security_invoker = true) as
  select city, id, kind, name, name_key, credit_code, district, address, latitude, longitude, industry, size,
    business_types, parent_id, branch_of_id, verified_on, closed_on, created_at
  from registry.organisation;
grant select on registry.v_organisation to renshu_app;
