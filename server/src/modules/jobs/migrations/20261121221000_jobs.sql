create schema jobs;
grant usage on schema jobs to renshu_app;

create table jobs.job (
  city text not null,
  id uuid not null,
  -- Who posts, and for whom work is done; the same unless an agency posts for a client.
  organisation_id uuid not null,
  employer_id uuid not null,
  -- Of the first place of work in the city, else of the organisation: whose officers look at it.
  district text not null check (district ~ '^\d{6}$'),
  status text not null check (status in ('draft', 'waiting', 'open', 'refused', 'closed')),
  closing_reason text check (closing_reason in ('filled', 'cancelled', 'changed', 'merged', 'moderated')),
  closing_note text not null default '',
  closed_on date,
  refusal text,
  -- What the public reads, and its sha-256. Only the approved content is shown.
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  approved_hash text check (approved_hash ~ '^[0-9a-f]{64}$'),
  -- The posting as the engine reads it.
  engine_job jsonb not null,
  -- Copies of what is filtered and counted by.
  title text not null,
  occupation text,
  openings int not null check (openings > 0),
  taken int not null default 0 check (taken >= 0),
  -- Middle of the stated monthly pay in fen.
  pay_middle bigint,
  scope text not null check (scope in ('here', 'public', 'everyone')),
  valid_until date not null,
  signals jsonb not null,
  -- By which postings that say the same are found: hash of the text without marks, smallest hashes of its runs.
  text_hash text not null,
  title_key text not null,
  sketch text,
  duplicate_of uuid,
  -- Number of the source's own and hash of the row it came in.
  source_id text,
  source_hash text,
  -- Last day on which the public may see it, as known now; null: not shown. Decision 0011.
  listed_until date,
  -- Place in the compacted stream of postings; 0: the public never saw it.
  change_seq bigint not null default 0,
  published_on date,
  confirmed_on date,
  waiting_since timestamptz(3),
  -- Of the first report that no decision has settled.
  reported_at timestamptz(3),
  -- Whether the owners were told that it ends.
  reminded_for date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  created_by uuid,
  primary key (city, id),
  check ((status = 'closed') = (closing_reason is not null)),
  check ((status = 'closed') = (closed_on is not null)),
  check ((status = 'waiting') = (waiting_since is not null)),
  check (status = 'open' or listed_until is null),
  check (listed_until is null or approved_hash = content_hash)
);
create unique index job_source on jobs.job (city, organisation_id, source_id) where source_id is not null;
create index job_of on jobs.job (city, organisation_id, created_at, id);
create index job_for on jobs.job (city, employer_id) where employer_id <> organisation_id;
create index job_age on jobs.job (city, created_at, id);
create index job_queue on jobs.job (city, coalesce(waiting_since, reported_at), id)
  where status = 'waiting' or reported_at is not null;
create index job_stream on jobs.job (city, change_seq) where change_seq > 0;
create index job_pay on jobs.job (city, occupation) include (pay_middle) where listed_until is not null;
create index job_alike on jobs.job (city, title_key) where status in ('open', 'waiting');
create index job_ending on jobs.job (city, listed_until) where listed_until is not null;
create index job_unlisted on jobs.job (city, valid_until) where status = 'open' and listed_until is null;

-- Each content a posting had, with its terms.
create table jobs.version (
  city text not null,
  -- Of the posting.
  id uuid not null,
  version int not null,
  organisation_id uuid not null,
  saved_at timestamptz(3) not null,
  saved_by uuid,
  content jsonb not null,
  content_hash text not null,
  primary key (city, id, version),
  foreign key (city, id) references jobs.job (city, id)
);

-- Every decision on a content; without a person it was found clean by itself.
create table jobs.decision (
  city text not null,
  id uuid not null,
  job_id uuid not null,
  organisation_id uuid not null,
  content_hash text not null,
  decision text not null check (decision in ('approved', 'refused')),
  reason text not null,
  decided_at timestamptz(3) not null,
  decided_by uuid,
  primary key (city, id),
  foreign key (city, job_id) references jobs.job (city, id)
);
create index decision_on on jobs.decision (city, job_id);

create table jobs.report (
  city text not null,
  id uuid not null,
  job_id uuid not null,
  district text not null,
  kind text not null check (kind in ('fee', 'fake', 'discrimination', 'other')),
  text text not null,
  reported_at timestamptz(3) not null,
  -- Null once the person is erased.
  reported_by uuid,
  settled_at timestamptz(3),
  primary key (city, id),
  foreign key (city, job_id) references jobs.job (city, id)
);
create unique index report_once on jobs.report (city, job_id, reported_by) where settled_at is null;
create index report_open on jobs.report (city, job_id) where settled_at is null;

create table jobs.import (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  -- The uploaded table, until it has been read.
  file_id uuid,
  most int,
  imported_at timestamptz(3) not null,
  imported_by uuid,
  done boolean not null default false,
  -- Why reading ended early.
  problem text,
  read int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  waiting int not null default 0,
  rejected int not null default 0,
  primary key (city, id)
);
create index import_of on jobs.import (city, organisation_id);

create table jobs.import_reject (
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
  foreign key (city, id) references jobs.import (city, id)
);

alter table jobs.job enable row level security;
alter table jobs.version enable row level security;
alter table jobs.decision enable row level security;
alter table jobs.report enable row level security;
alter table jobs.import enable row level security;
alter table jobs.import_reject enable row level security;

create policy city on jobs.job as restrictive using (city = current_setting('app.city', true));
create policy visible on jobs.job for select using (listed_until is not null);
create policy system on jobs.job using (current_setting('app.scope', true) = 'system');
create policy officer on jobs.job using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on jobs.job using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
-- A client sees what is posted for it.
create policy client on jobs.job for select using (
  current_setting('app.scope', true) = 'member'
  and employer_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on jobs.version as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.version using (current_setting('app.scope', true) = 'system');
create policy member on jobs.version using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on jobs.decision as restrictive using (city = current_setting('app.city', true));
create policy deciding on jobs.decision using (current_setting('app.scope', true) in ('system', 'officer'));
create policy member on jobs.decision for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
-- What was found clean needs nobody's decision.
create policy clean on jobs.decision for insert with check (
  current_setting('app.scope', true) = 'member' and decided_by is null
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on jobs.report as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.report using (current_setting('app.scope', true) = 'system');
create policy officer on jobs.report using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy person on jobs.report for select using (
  current_setting('app.scope', true) = 'person'
  and reported_by = nullif(current_setting('app.person', true), '')::uuid
);
create policy reporting on jobs.report for insert with check (
  current_setting('app.scope', true) = 'person'
  and reported_by = nullif(current_setting('app.person', true), '')::uuid
);

create policy city on jobs.import as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.import using (current_setting('app.scope', true) = 'system');
create policy member on jobs.import using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy city on jobs.import_reject as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.import_reject using (current_setting('app.scope', true) = 'system');
create policy member on jobs.import_reject for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

grant select, insert, update on jobs.job, jobs.report, jobs.import to renshu_app;
grant select, insert on jobs.version, jobs.decision, jobs.import_reject to renshu_app;
