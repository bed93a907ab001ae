create schema match;
grant usage on schema match to renshu_app;

-- A person is not interested in a posting; kept with its reason, and taken back by deleting it.
create table match.dismissal (
  city text not null,
  person_id uuid not null,
  job_id uuid not null,
  reason text not null check (reason in ('occupation', 'place', 'pay', 'hours', 'employer', 'known', 'other')),
  note text not null,
  dismissed_at timestamptz(3) not null,
  primary key (city, person_id, job_id)
);

-- The last count of openings without candidates and candidates without openings, one row per occupation and district.
create table match.shortage (
  city text not null,
  occupation text not null,
  district text not null,
  openings int not null,
  openings_alone int not null,
  talents int not null,
  talents_alone int not null,
  primary key (city, occupation, district)
);
create table match.lonely_job (
  city text not null,
  job_id uuid not null,
  district text not null,
  openings int not null,
  primary key (city, job_id)
);
create table match.count (
  city text not null primary key,
  counted_at timestamptz(3) not null
);

alter table match.dismissal enable row level security;
alter table match.shortage enable row level security;
alter table match.lonely_job enable row level security;
alter table match.count enable row level security;
create policy city on match.dismissal as restrictive using (city = current_setting('app.city', true));
create policy city on match.shortage as restrictive using (city = current_setting('app.city', true));
create policy city on match.lonely_job as restrictive using (city = current_setting('app.city', true));
create policy city on match.count as restrictive using (city = current_setting('app.city', true));
create policy system on match.dismissal using (current_setting('app.scope', true) = 'system');
create policy system on match.shortage using (current_setting('app.scope', true) = 'system');
create policy system on match.lonely_job using (current_setting('app.scope', true) = 'system');
create policy system on match.count using (current_setting('app.scope', true) = 'system');
create policy person on match.dismissal using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy officer on match.shortage for select using (
  current_setting('app.scope', true) = 'officer' and current_setting('app.district', true) in ('', district)
);
create policy officer on match.lonely_job for select using (
  current_setting('app.scope', true) = 'officer' and current_setting('app.district', true) in ('', district)
);
create policy officer on match.count for select using (current_setting('app.scope', true) = 'officer');
grant select, insert, update, delete on all tables in schema match to renshu_app;
