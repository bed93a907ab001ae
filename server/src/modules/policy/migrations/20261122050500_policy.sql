create schema policy;
grant usage on schema policy to renshu_app;

-- Each text of a policy's file that was in use, with the days; a faulty file never comes here.
create table policy.version (
  city text not null,
  id uuid not null,
  key text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Path below the folder of cities.
  file text not null,
  text text not null,
  -- The policy as it was read from the text.
  content jsonb not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  seen_at timestamptz(3) not null,
  primary key (city, id)
);
create unique index version_in_use on policy.version (city, key) where until_on is null;
create index version_of on policy.version (city, key, seen_at);
create index version_by_hash on policy.version (city, key, hash);

-- What other authorities state of people and organisations. Never changed: what is wrong is withdrawn.
create table policy.held_fact (
  city text not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'organisation')),
  subject_id uuid not null,
  record text not null check (record ~ '^[a-z][a-zA-Z]*\.[a-z][a-zA-Z0-9]*$'),
  value jsonb not null,
  -- The day for which it holds.
  on_day date not null,
  stated_by text not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  withdrawn_why text,
  primary key (city, id),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index held_fact_of on policy.held_fact (city, subject_kind, subject_id, record);
create index held_fact_named on policy.held_fact (city, subject_kind, record) where withdrawn_at is null;

-- An officer's look at what is held of somebody.
create table policy.look (
  city text not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'organisation')),
  subject_id uuid not null,
  what text not null check (what in ('heldFacts', 'decision', 'comparison', 'trial')),
  reason text not null,
  looked_at timestamptz(3) not null,
  looked_by uuid not null,
  primary key (city, id)
);
create index look_of on policy.look (city, subject_kind, subject_id, looked_at);

-- Decisions as the engine gave them, with the version they were made by.
create table policy.decision (
  city text not null,
  id uuid not null,
  policy text not null,
  hash text not null,
  subject_kind text not null check (subject_kind in ('person', 'organisation')),
  subject_id uuid not null,
  -- Of the organisation; of a person only where a record says it.
  district text,
  effective date not null,
  outcome text not null check (outcome in ('granted', 'refused', 'unknown', 'notInForce')),
  -- Fen or months; null where nothing can be told.
  amount bigint,
  body jsonb not null,
  -- Source, day and authority of each fact that a record knew.
  records jsonb not null,
  decided_at timestamptz(3) not null,
  made_by text not null check (made_by in ('self', 'officer', 'case', 'nightly')),
  person_id uuid,
  primary key (city, id)
);
create index decision_of on policy.decision (city, subject_kind, subject_id, decided_at, id);
create index decision_by on policy.decision (city, person_id) where person_id is not null;

-- Who is entitled without having applied. One open at a time for a subject and a policy.
create table policy.entitlement (
  city text not null,
  id uuid not null,
  policy text not null,
  subject_kind text not null check (subject_kind in ('person', 'organisation')),
  subject_id uuid not null,
  district text,
  decision_id uuid not null,
  amount bigint not null,
  -- What the decision rests on: the same again is not offered again to who declined.
  facts_hash text not null,
  found_on date not null,
  last_on date,
  state text not null check (state in ('open', 'taken', 'declined', 'ended')),
  case_id uuid,
  closed_at timestamptz(3),
  closed_by uuid,
  told_at timestamptz(3),
  primary key (city, id),
  foreign key (city, decision_id) references policy.decision (city, id),
  check ((state = 'taken') = (case_id is not null)),
  check ((state = 'open') = (closed_at is null))
);
create unique index entitlement_open on policy.entitlement (city, policy, subject_kind, subject_id) where state = 'open';
create index entitlement_of on policy.entitlement (city, subject_kind, subject_id, found_on);
create index entitlement_listed on policy.entitlement (city, found_on, id);

-- Runs that look for everybody entitled.
create table policy.run (
  city text not null,
  id uuid not null,
  began_at timestamptz(3) not null,
  ended_at timestamptz(3),
  decided int not null default 0,
  found int not null default 0,
  ended int not null default 0,
  primary key (city, id)
);
create index run_by_age on policy.run (city, began_at);

-- What a policy would cost.
create table policy.budget (
  city text not null,
  id uuid not null,
  policy text not null,
  hash text not null,
  effective date not null,
  replaced jsonb not null,
  -- Null: the whole city.
  district text,
  status text not null check (status in ('running', 'done', 'failed')),
  progress double precision not null default 0,
  result jsonb,
  made_at timestamptz(3) not null,
  made_by uuid not null,
  primary key (city, id)
);
create index budget_by_age on policy.budget (city, made_at, id);

create table policy.import (
  city text not null,
  id uuid not null,
  -- Of no organisation: the nil id stands for the bureau.
  organisation_id uuid not null,
  name text not null,
  file_id uuid,
  most int,
  imported_at timestamptz(3) not null,
  imported_by uuid,
  done boolean not null default false,
  problem text,
  read int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  waiting int not null default 0,
  rejected int not null default 0,
  primary key (city, id)
);
create index import_by_age on policy.import (city, imported_at, id);
create table policy.import_reject (
  city text not null,
  -- Of the import.
  id uuid not null,
  number int not null,
  organisation_id uuid not null,
  line int not null,
  column_name text not null,
  value text not null,
  reason text not null,
  primary key (city, id, number),
  foreign key (city, id) references policy.import (city, id)
);

alter table policy.version enable row level security;
alter table policy.held_fact enable row level security;
alter table policy.look enable row level security;
alter table policy.decision enable row level security;
alter table policy.entitlement enable row level security;
alter table policy.run enable row level security;
alter table policy.budget enable row level security;
alter table policy.import enable row level security;
alter table policy.import_reject enable row level security;

create policy city on policy.version as restrictive using (city = current_setting('app.city', true));
create policy system on policy.version using (current_setting('app.scope', true) = 'system');
create policy everybody on policy.version for select using (true);

create policy city on policy.held_fact as restrictive using (city = current_setting('app.city', true));
create policy system on policy.held_fact using (current_setting('app.scope', true) = 'system');
create policy own on policy.held_fact for select using (
  current_setting('app.scope', true) = 'person' and subject_kind = 'person'
  and subject_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on policy.held_fact for select using (
  current_setting('app.scope', true) = 'member' and subject_kind = 'organisation'
  and subject_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on policy.look as restrictive using (city = current_setting('app.city', true));
create policy system on policy.look using (current_setting('app.scope', true) = 'system');
create policy own on policy.look for select using (
  current_setting('app.scope', true) = 'person' and subject_kind = 'person'
  and subject_id = nullif(current_setting('app.person', true), '')::uuid
);

create policy city on policy.decision as restrictive using (city = current_setting('app.city', true));
create policy system on policy.decision using (current_setting('app.scope', true) = 'system');
create policy own on policy.decision using (
  current_setting('app.scope', true) = 'person' and subject_kind = 'person'
  and subject_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on policy.decision using (
  current_setting('app.scope', true) = 'member' and subject_kind = 'organisation'
  and subject_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy officer on policy.decision using (
  current_setting('app.scope', true) = 'officer' and subject_kind = 'organisation'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on policy.entitlement as restrictive using (city = current_setting('app.city', true));
create policy system on policy.entitlement using (current_setting('app.scope', true) = 'system');
create policy own on policy.entitlement using (
  current_setting('app.scope', true) = 'person' and subject_kind = 'person'
  and subject_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on policy.entitlement using (
  current_setting('app.scope', true) = 'member' and subject_kind = 'organisation'
  and subject_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy officer on policy.entitlement for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on policy.run as restrictive using (city = current_setting('app.city', true));
create policy system on policy.run using (current_setting('app.scope', true) = 'system');
create policy officer on policy.run for select using (current_setting('app.scope', true) = 'officer');

create policy city on policy.budget as restrictive using (city = current_setting('app.city', true));
create policy system on policy.budget using (current_setting('app.scope', true) = 'system');
create policy officer on policy.budget using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on policy.import as restrictive using (city = current_setting('app.city', true));
create policy system on policy.import using (current_setting('app.scope', true) = 'system');
create policy officer on policy.import using (
  current_setting('app.scope', true) = 'officer'
  and (
    current_setting('app.district', true) = ''
    or imported_by = nullif(current_setting('app.person', true), '')::uuid
  )
);
create policy city on policy.import_reject as restrictive using (city = current_setting('app.city', true));
create policy system on policy.import_reject using (current_setting('app.scope', true) = 'system');

grant select, insert, update on policy.version, policy.held_fact, policy.entitlement, policy.run, policy.budget,
  policy.import to renshu_app;
grant select, insert on policy.decision, policy.look, policy.import_reject to renshu_app;
-- Of somebody who leaves nothing stays.
grant delete on policy.held_fact, policy.decision, policy.entitlement, policy.look to renshu_app;
