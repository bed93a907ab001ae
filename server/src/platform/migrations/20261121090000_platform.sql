-- The role under which every request runs: it owns nothing and obeys row-level security.
do $$ begin
  create role renshu_app nologin;
exception when duplicate_object then null;
end $$;
grant renshu_app to current_user;
grant usage on schema platform to renshu_app;

-- What happened, for whoever listens. Local to the coordinator: readers lock without naming a city.
create table platform.outbox (
  seq bigint generated always as identity primary key,
  -- Readers wait until every older transaction has ended, so that late commits are not skipped.
  xid xid8 not null default pg_current_xact_id(),
  city text not null,
  kind text not null,
  payload jsonb not null,
  happened_at timestamptz not null
);
create index on platform.outbox (xid, seq);
create table platform.subscription (
  name text primary key,
  xid xid8 not null,
  seq bigint not null,
  failures int not null default 0,
  retry_at timestamptz
);
grant select, insert on platform.outbox to renshu_app;
grant select, insert, update on platform.subscription to renshu_app;

-- Answers of writes, repeated when the same key comes again.
create table platform.idempotency (
  city text not null,
  -- Who sent it: person, or address where nobody is signed in.
  caller text not null,
  key text not null,
  route text not null,
  -- Keyed hash of address and body.
  body_mac text not null,
  -- Sealed, since answers hold what people wrote; null while the first request is under way.
  answer_sealed text,
  created_at timestamptz not null,
  primary key (city, caller, key)
);
create index on platform.idempotency (city, created_at);

create table platform.rate_limit (
  city text not null,
  bucket text not null,
  window_start timestamptz not null,
  used int not null,
  primary key (city, bucket, window_start)
);

-- A file's bytes lie in the file store under their hash; this says who may have them.
create table platform.file (
  city text not null,
  id uuid not null,
  name text not null,
  type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  organisation_id uuid,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (city, id)
);

-- Who did what for whom: one row for each write.
create table platform.trace (
  city text not null,
  id uuid not null,
  happened_at timestamptz not null,
  route text not null,
  person_id uuid,
  -- The organisation acted for, and the agency that acted, where a mandate was used.
  organisation_id uuid,
  through_organisation_id uuid,
  -- The person acted for, where a helper acted.
  for_person_id uuid,
  request_id text not null,
  primary key (city, id)
);
create index on platform.trace (city, organisation_id, happened_at);
create index on platform.trace (city, person_id, happened_at);

alter table platform.idempotency enable row level security;
alter table platform.rate_limit enable row level security;
alter table platform.file enable row level security;
alter table platform.trace enable row level security;
create policy city on platform.idempotency using (city = current_setting('app.city', true));
create policy city on platform.rate_limit using (city = current_setting('app.city', true));
create policy city on platform.file as restrictive using (city = current_setting('app.city', true));
create policy system on platform.file using (current_setting('app.scope', true) = 'system');
create policy officer on platform.file using (current_setting('app.scope', true) = 'officer');
create policy person on platform.file using (
  current_setting('app.scope', true) in ('person', 'member') and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on platform.file using (
  current_setting('app.scope', true) = 'member' and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy city on platform.trace as restrictive using (city = current_setting('app.city', true));
create policy writing on platform.trace for insert with check (true);
create policy reading on platform.trace for select using (
  current_setting('app.scope', true) in ('system', 'officer')
  or (current_setting('app.scope', true) = 'member' and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  or (current_setting('app.scope', true) in ('person', 'member') and nullif(current_setting('app.person', true), '')::uuid in (person_id, for_person_id))
);
grant select, insert, update, delete on platform.idempotency, platform.rate_limit to renshu_app;
grant select, insert, delete on platform.file to renshu_app;
grant select, insert on platform.trace to renshu_app;
grant select on platform.migration to renshu_app;
