create schema hiring;
grant usage on schema hiring to renshu_app;

-- One job, one talent, from the first step to the last; decision 0011. Who takes part stands in every table of the
-- schema, since a policy can look at no other table.
create table hiring.process (
  city text not null,
  id uuid not null,
  job_id uuid not null,
  -- The posting as it was when the process began: its title, and the hash of what the talent read.
  job_title text not null,
  job_hash text not null,
  -- Who posted it, and where the work is: another only where an agency posts for a client.
  organisation_id uuid not null,
  employer_id uuid not null,
  talent_id uuid not null,
  -- Null for a talent whom an agency keeps, and then the agency.
  person_id uuid,
  agency_id uuid,
  -- Of the place of work: whose officers see it.
  district text not null,
  occupation text,
  industry text,
  stage text not null check (stage in ('applied', 'invited', 'recommended', 'talking', 'interview', 'offered',
    'accepted', 'placed', 'refused', 'withdrawn', 'lapsed', 'closed', 'erased')),
  channel text not null,
  same_hands boolean not null,
  contact boolean not null,
  booked boolean not null,
  offer jsonb,
  started_on date,
  confirmed_by_employer timestamptz(3),
  confirmed_by_talent timestamptz(3),
  confirmed_by_officer timestamptz(3),
  disputed text,
  -- The clock: for whose move it waits, when that side is reminded, and the last day of the process as it stands.
  waits_for text check (waits_for in ('talent', 'employer')),
  remind_on date,
  answer_by date,
  lapse_on date,
  reminders int not null default 0,
  -- The employer's first answer, and the day by which it was due.
  first_due_on date,
  first_answer_at timestamptz(3),
  -- The talent was told that the organisation lost its standing.
  standing_lost boolean not null default false,
  started_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  version int not null,
  primary key (city, id),
  check (stage <> 'placed' or (started_on is not null and (confirmed_by_officer is not null
    or (confirmed_by_employer is not null and confirmed_by_talent is not null)))),
  check (stage not in ('offered', 'accepted') or offer is not null)
);
create unique index process_open on hiring.process (city, job_id, talent_id) where stage in (
  'applied', 'invited', 'recommended', 'talking', 'interview', 'offered',
  'accepted');
create index process_of_person on hiring.process (city, person_id, changed_at desc, id desc);
create index process_of_organisation on hiring.process (city, organisation_id, changed_at desc, id desc);
create index process_of_agency on hiring.process (city, agency_id, changed_at desc, id desc) where agency_id is not null;
create index process_of_talent on hiring.process (city, talent_id);
create index process_of_job on hiring.process (city, job_id);
create index process_to_remind on hiring.process (city, remind_on) where stage in (
  'applied', 'invited', 'recommended', 'talking', 'interview', 'offered',
  'accepted');
create index process_to_lapse on hiring.process (city, lapse_on) where stage in (
  'applied', 'invited', 'recommended', 'talking', 'interview', 'offered',
  'accepted');
create index process_accepted on hiring.process (city, changed_at, id) where stage = 'accepted';

-- Every step, in order. Never changed, but for words that an erased person wrote.
create table hiring.event (
  city text not null,
  id uuid not null,
  process_id uuid not null,
  -- The version of the process it made.
  seq int not null,
  step text not null,
  stage text not null,
  happened_at timestamptz(3) not null,
  who text not null check (who in ('talent', 'agency', 'employer', 'officer', 'system')),
  -- The person or officer who did it; null for the system.
  actor_id uuid,
  reason text,
  note text not null,
  -- What the step brought, from which the state can be found again.
  data jsonb not null,
  person_id uuid,
  organisation_id uuid not null,
  agency_id uuid,
  district text not null,
  primary key (city, id),
  unique (city, process_id, seq),
  foreign key (city, process_id) references hiring.process (city, id)
);
create index event_of_organisation on hiring.event (city, organisation_id, happened_at);

create table hiring.slot (
  city text not null,
  id uuid not null,
  process_id uuid not null,
  job_id uuid not null,
  starts_at timestamptz(3) not null,
  minutes int not null check (minutes between 10 and 480),
  place text not null,
  online boolean not null,
  booked boolean not null,
  -- Proposed again: no longer to be chosen.
  withdrawn boolean not null default false,
  person_id uuid,
  organisation_id uuid not null,
  agency_id uuid,
  district text not null,
  primary key (city, id),
  foreign key (city, process_id) references hiring.process (city, id)
);
-- One time of a posting goes to one talent.
create unique index slot_once on hiring.slot (city, job_id, starts_at, place) where booked;
create index slot_of on hiring.slot (city, process_id);

create table hiring.message (
  city text not null,
  id uuid not null,
  process_id uuid not null,
  side text not null check (side in ('talent', 'agency', 'employer')),
  author_id uuid,
  text text not null,
  sent_at timestamptz(3) not null,
  seen_at timestamptz(3),
  person_id uuid,
  organisation_id uuid not null,
  agency_id uuid,
  district text not null,
  primary key (city, id),
  foreign key (city, process_id) references hiring.process (city, id)
);
create index message_of on hiring.message (city, process_id, sent_at);

create table hiring.follow_up (
  city text not null,
  id uuid not null,
  process_id uuid not null,
  days int not null,
  due_on date not null,
  asked_at timestamptz(3),
  answer text check (answer in ('working', 'left', 'unknown')),
  note text not null default '',
  answered_at timestamptz(3),
  person_id uuid,
  organisation_id uuid not null,
  agency_id uuid,
  district text not null,
  primary key (city, id),
  unique (city, process_id, days),
  foreign key (city, process_id) references hiring.process (city, id)
);
create index follow_up_due on hiring.follow_up (city, due_on) where asked_at is null;

-- How many postings somebody applied to on a day.
create table hiring.application_count (
  city text not null,
  person_id uuid not null,
  applied_on date not null,
  used int not null check (used > 0),
  primary key (city, person_id, applied_on)
);

alter table hiring.process enable row level security;
alter table hiring.event enable row level security;
alter table hiring.slot enable row level security;
alter table hiring.message enable row level security;
alter table hiring.follow_up enable row level security;
alter table hiring.application_count enable row level security;

create policy city on hiring.process as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.process using (current_setting('app.scope', true) = 'system');
create policy person on hiring.process using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on hiring.process using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);
create policy officer on hiring.process using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on hiring.event as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.event using (current_setting('app.scope', true) = 'system');
create policy person on hiring.event for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person_adds on hiring.event for insert with check (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on hiring.event for select using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);
create policy member_adds on hiring.event for insert with check (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);
create policy officer on hiring.event for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy officer_adds on hiring.event for insert with check (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on hiring.slot as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.slot using (current_setting('app.scope', true) = 'system');
create policy person on hiring.slot using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on hiring.slot using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);
create policy officer on hiring.slot using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on hiring.follow_up as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.follow_up using (current_setting('app.scope', true) = 'system');
create policy person on hiring.follow_up using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on hiring.follow_up for select using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);
create policy member_adds on hiring.follow_up for insert with check (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);
create policy officer on hiring.follow_up for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy officer_adds on hiring.follow_up for insert with check (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

-- What talent and employer write to each other is theirs alone.
create policy city on hiring.message as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.message using (current_setting('app.scope', true) = 'system');
create policy person on hiring.message using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on hiring.message using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agency_id)
);

create policy city on hiring.application_count as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.application_count using (current_setting('app.scope', true) = 'system');
create policy person on hiring.application_count using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);

grant select, insert, update on hiring.process, hiring.slot, hiring.follow_up to renshu_app;
grant select, insert, update (person_id, agency_id, note) on hiring.event to renshu_app;
grant select, insert, update (person_id, agency_id, text, seen_at) on hiring.message to renshu_app;
grant select, insert, update, delete on hiring.application_count to renshu_app;
