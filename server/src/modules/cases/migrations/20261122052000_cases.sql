create schema cases;
grant usage on schema cases to renshu_app;

-- Definitions as they were read without a fault. Cases stay on the one they began on; one of each key runs.
create table cases.definition (
  city text not null,
  id uuid not null,
  key text not null,
  -- Hash of the content.
  version text not null check (version ~ '^[0-9a-f]{64}$'),
  -- Path below the folder of cities.
  file text not null,
  -- The service with the facts of its policy, and the keys of these.
  source jsonb not null,
  since timestamptz(3) not null,
  running boolean not null,
  primary key (city, id),
  unique (city, key, version)
);
create unique index definition_running on cases.definition (city, key) where running;

-- A case: what its events tell, for lists and filters. Who may see it is decided by these columns.
create table cases.case (
  city text not null,
  id uuid not null,
  -- Of the receipt.
  code text not null,
  service text not null,
  version text not null,
  person_id uuid,
  organisation_id uuid,
  -- Organisations and people it is about besides the applicant.
  concerned uuid[] not null,
  mode text not null,
  -- District of the counter that took it in.
  acceptance text,
  -- District that decides, or `city`.
  decision text not null,
  effective date not null,
  round text,
  -- Of what was answered at the first submission: the same is not taken in twice.
  answers_hash text not null,
  stage text not null,
  ended text check (ended in ('done', 'refused', 'withdrawn')),
  n int not null check (n > 0),
  head text not null,
  since date not null,
  submitted_at timestamptz(3) not null,
  submitted_on date not null,
  changed_at timestamptz(3) not null,
  -- The task: roles that may act, the one it was escalated to, where, and on whose desk.
  waits_for text not null check (waits_for in ('applicant', 'office', 'clock', 'nobody')),
  roles text[] not null,
  escalated_to text,
  place text not null,
  assignee uuid,
  due_on date,
  -- What a policy gave when it was granted.
  fen bigint,
  months int,
  decision_id uuid,
  entitlement_id uuid,
  -- Objections that wait for an answer.
  objections int not null default 0,
  primary key (city, id),
  unique (city, code),
  check (person_id is not null or organisation_id is not null),
  check (ended is null or waits_for = 'nobody')
);
create index case_of_person on cases.case (city, person_id, changed_at desc, id desc);
create index case_of_organisation on cases.case (city, organisation_id, changed_at desc, id desc);
create index case_of_service on cases.case (city, service, changed_at desc, id desc);
create index case_waiting on cases.case (city, due_on, id) where waits_for = 'office';
create index case_on_desk on cases.case (city, assignee) where assignee is not null;
create index case_open on cases.case (city, due_on) where ended is null;

-- What happened, link by link; decision 0015. Never changed: of a person who is erased body and salt go, the seal stays.
create table cases.event (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  n int not null,
  -- Instant as the chain has it.
  at timestamptz(3) not null,
  step text not null,
  -- Id of a person, or `clock`.
  actor text not null,
  command text not null,
  salt text,
  seal text not null,
  prev text not null,
  hash text not null,
  body_sealed text,
  primary key (city, id),
  unique (city, case_id, n),
  unique (city, case_id, command),
  foreign key (city, case_id) references cases.case (city, id),
  check ((salt is null) = (body_sealed is null))
);
create index event_by on cases.event (city, actor);

-- What was reached, each once.
create table cases.outcome (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  -- Case and outcome.
  key text not null,
  kind text not null,
  n int not null,
  fen bigint,
  reached_at timestamptz(3) not null,
  primary key (city, id),
  unique (city, key),
  foreign key (city, case_id) references cases.case (city, id)
);
create index outcome_of on cases.outcome (city, case_id);

-- Outcomes that no module takes up yet, for the module that will.
create table cases.result (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  key text not null,
  kind text not null,
  service text not null,
  person_id uuid,
  organisation_id uuid,
  district text not null,
  reached_on date not null,
  data_sealed text not null,
  primary key (city, id),
  unique (city, key),
  foreign key (city, case_id) references cases.case (city, id)
);
create index result_of_kind on cases.result (city, kind, reached_on);

-- Forms that were not sent yet. The id becomes that of the case.
create table cases.draft (
  city text not null,
  id uuid not null,
  service text not null,
  person_id uuid,
  organisation_id uuid,
  mode text not null,
  acceptance text,
  concerned uuid[] not null,
  -- By key: the value, and the version in which it was answered.
  answers_sealed text not null,
  -- By id of the paper: the file, or that it is promised.
  papers jsonb not null,
  started_at timestamptz(3) not null,
  saved_at timestamptz(3) not null,
  -- That it will be dropped was said on this day.
  warned_on date,
  version int not null,
  primary key (city, id),
  check ((person_id is null) <> (organisation_id is null))
);
create unique index draft_of_person on cases.draft (city, service, person_id) where person_id is not null;
create unique index draft_of_organisation on cases.draft (city, service, organisation_id)
  where organisation_id is not null;
create index draft_saved on cases.draft (city, saved_at);

-- Files brought for a case or for a form that is to become one.
create table cases.paper (
  city text not null,
  -- That of the file.
  id uuid not null,
  case_id uuid not null,
  paper text not null,
  name text not null,
  type text not null,
  size int not null,
  sha256 text not null,
  uploaded_at timestamptz(3) not null,
  uploaded_by uuid not null,
  primary key (city, id)
);
create index paper_of on cases.paper (city, case_id, uploaded_at);

create table cases.message (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  side text not null check (side in ('applicant', 'office')),
  author_id uuid not null,
  text_sealed text,
  sent_at timestamptz(3) not null,
  seen_at timestamptz(3),
  primary key (city, id),
  foreign key (city, case_id) references cases.case (city, id)
);
create index message_of on cases.message (city, case_id, sent_at);

-- Who does what at the bureau.
create table cases.duty (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('counter', 'reviewer', 'approver', 'cashier')),
  -- Null: the whole city.
  district text,
  since date not null,
  given_by uuid,
  ended_at timestamptz(3),
  ended_by uuid,
  primary key (city, id),
  check (given_by is null or given_by <> person_id)
);
create unique index duty_held on cases.duty (city, person_id, role, coalesce(district, '')) where ended_at is null;

-- Tasks that were taken over or handed on.
create table cases.handover (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  n int not null,
  from_person_id uuid,
  to_person_id uuid,
  by_person_id uuid not null,
  reason text not null,
  made_at timestamptz(3) not null,
  primary key (city, id),
  foreign key (city, case_id) references cases.case (city, id)
);
create index handover_of on cases.handover (city, case_id, made_at);

-- 公示: what the definition makes public, for everybody.
create table cases.notice (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  service text not null,
  title jsonb not null,
  stage jsonb not null,
  amount text,
  facts jsonb not null,
  decision text not null,
  from_on date not null,
  until_on date,
  ended_on date,
  primary key (city, id),
  foreign key (city, case_id) references cases.case (city, id)
);
create index notice_listed on cases.notice (city, from_on desc, id desc);
create index notice_of on cases.notice (city, case_id);

create table cases.objection (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  text_sealed text,
  made_at timestamptz(3) not null,
  status text not null check (status in ('open', 'recorded', 'dismissed')),
  answer_sealed text,
  answered_by uuid,
  answered_at timestamptz(3),
  primary key (city, id),
  foreign key (city, case_id) references cases.case (city, id)
);
create index objection_of on cases.objection (city, case_id, made_at);

create table cases.counter (
  city text not null,
  id uuid not null,
  district text not null,
  name text not null,
  address text not null,
  minutes int not null check (minutes between 5 and 240),
  places int not null check (places between 1 and 100),
  hours jsonb not null,
  version int not null,
  primary key (city, id)
);

create table cases.appointment (
  city text not null,
  id uuid not null,
  counter_id uuid not null,
  district text not null,
  service text,
  case_id uuid,
  person_id uuid not null,
  organisation_id uuid,
  starts_at timestamptz(3) not null,
  minutes int not null,
  note text not null,
  status text not null check (status in ('booked', 'cancelled', 'came', 'missed')),
  booked_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  version int not null,
  primary key (city, id),
  foreign key (city, counter_id) references cases.counter (city, id)
);
create index appointment_at on cases.appointment (city, counter_id, starts_at);
create index appointment_of_person on cases.appointment (city, person_id, starts_at);
create index appointment_of_organisation on cases.appointment (city, organisation_id, starts_at)
  where organisation_id is not null;

-- An officer's look at what records say of somebody, at a counter.
create table cases.look (
  city text not null,
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  service text not null,
  looked_by uuid not null,
  looked_at timestamptz(3) not null,
  primary key (city, id)
);
create index look_of on cases.look (city, person_id, looked_at);

alter table cases.definition enable row level security;
alter table cases.case enable row level security;
alter table cases.event enable row level security;
alter table cases.outcome enable row level security;
alter table cases.result enable row level security;
alter table cases.draft enable row level security;
alter table cases.paper enable row level security;
alter table cases.message enable row level security;
alter table cases.duty enable row level security;
alter table cases.handover enable row level security;
alter table cases.notice enable row level security;
alter table cases.objection enable row level security;
alter table cases.counter enable row level security;
alter table cases.appointment enable row level security;
alter table cases.look enable row level security;

-- What is public.
create policy city on cases.definition as restrictive using (city = current_setting('app.city', true));
create policy system on cases.definition using (current_setting('app.scope', true) = 'system');
create policy anybody on cases.definition for select using (true);
create policy city on cases.notice as restrictive using (city = current_setting('app.city', true));
create policy system on cases.notice using (current_setting('app.scope', true) = 'system');
create policy anybody on cases.notice for select using (true);
create policy city on cases.counter as restrictive using (city = current_setting('app.city', true));
create policy system on cases.counter using (current_setting('app.scope', true) = 'system');
create policy anybody on cases.counter for select using (true);

-- Whose case it is, and the officers of the places that take it in and decide it.
create policy city on cases.case as restrictive using (city = current_setting('app.city', true));
create policy system on cases.case using (current_setting('app.scope', true) = 'system');
create policy person on cases.case for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on cases.case for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy officer on cases.case for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = ''
    or current_setting('app.district', true) in (acceptance, decision))
);

create policy city on cases.draft as restrictive using (city = current_setting('app.city', true));
create policy system on cases.draft using (current_setting('app.scope', true) = 'system');
create policy person on cases.draft using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on cases.draft using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on cases.appointment as restrictive using (city = current_setting('app.city', true));
create policy system on cases.appointment using (current_setting('app.scope', true) = 'system');
create policy person on cases.appointment for select using (
  current_setting('app.scope', true) = 'person' and organisation_id is null
  and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on cases.appointment for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy officer on cases.appointment for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on cases.duty as restrictive using (city = current_setting('app.city', true));
create policy system on cases.duty using (current_setting('app.scope', true) = 'system');
create policy officer on cases.duty for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true)
    or person_id = nullif(current_setting('app.person', true), '')::uuid)
);

-- What hangs on a case is read once the case was seen, in scope `system`.
create policy city on cases.event as restrictive using (city = current_setting('app.city', true));
create policy system on cases.event using (current_setting('app.scope', true) = 'system');
create policy city on cases.outcome as restrictive using (city = current_setting('app.city', true));
create policy system on cases.outcome using (current_setting('app.scope', true) = 'system');
create policy city on cases.result as restrictive using (city = current_setting('app.city', true));
create policy system on cases.result using (current_setting('app.scope', true) = 'system');
create policy city on cases.paper as restrictive using (city = current_setting('app.city', true));
create policy system on cases.paper using (current_setting('app.scope', true) = 'system');
create policy city on cases.message as restrictive using (city = current_setting('app.city', true));
create policy system on cases.message using (current_setting('app.scope', true) = 'system');
create policy city on cases.handover as restrictive using (city = current_setting('app.city', true));
create policy system on cases.handover using (current_setting('app.scope', true) = 'system');
create policy city on cases.objection as restrictive using (city = current_setting('app.city', true));
create policy system on cases.objection using (current_setting('app.scope', true) = 'system');
create policy city on cases.look as restrictive using (city = current_setting('app.city', true));
create policy system on cases.look using (current_setting('app.scope', true) = 'system');

grant select, insert, update (running) on cases.definition to renshu_app;
grant select, insert, update on cases.case, cases.duty, cases.counter, cases.appointment, cases.objection, cases.notice
  to renshu_app;
grant select, insert, update (salt, body_sealed) on cases.event to renshu_app;
grant select, insert, update (text_sealed, seen_at) on cases.message to renshu_app;
grant select, insert, update (data_sealed) on cases.result to renshu_app;
grant select, insert on cases.outcome, cases.handover, cases.look to renshu_app;
grant select, insert, update, delete on cases.draft to renshu_app;
grant select, insert, delete on cases.paper to renshu_app;
