-- What decided cases put on record about organisations.

-- Yearly report of an agency (年度报告), the latest one of its year.
create table registry.annual_report (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  district text not null,
  -- The year it tells of.
  year int not null check (year between 2000 and 2100),
  reported_on date not null,
  case_id uuid not null,
  -- Whole numbers by the keys of the form; money in fen.
  figures jsonb not null,
  primary key (city, id),
  constraint annual_report_once unique (city, organisation_id, year),
  foreign key (city, organisation_id) references registry.organisation (city, id)
);
create index annual_report_of_year on registry.annual_report (city, year);

-- Complaint that was borne out (投诉查实). It is shown until it is made good; what was found stands in the case alone.
create table registry.complaint (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  district text not null,
  matter text not null,
  recorded_on date not null,
  made_good_on date check (made_good_on >= recorded_on),
  case_id uuid not null,
  primary key (city, id),
  constraint complaint_of_case unique (city, case_id),
  foreign key (city, organisation_id) references registry.organisation (city, id)
);
create index complaint_of on registry.complaint (city, organisation_id);

-- Who moved into a park (入驻).
create table registry.tenancy (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  -- Null where no park of that name is registered.
  park_id uuid,
  park_name text not null,
  from_on date not null,
  -- Square metres.
  area int check (area > 0),
  case_id uuid not null,
  primary key (city, id),
  constraint tenancy_of_case unique (city, case_id),
  foreign key (city, organisation_id) references registry.organisation (city, id),
  foreign key (city, park_id) references registry.organisation (city, id)
);
create index tenancy_of on registry.tenancy (city, organisation_id);

alter table registry.annual_report enable row level security;
alter table registry.complaint enable row level security;
alter table registry.tenancy enable row level security;

create policy city on registry.annual_report as restrictive using (city = current_setting('app.city', true));
create policy system on registry.annual_report using (current_setting('app.scope', true) = 'system');
create policy officer on registry.annual_report for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on registry.annual_report for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on registry.complaint as restrictive using (city = current_setting('app.city', true));
create policy shown on registry.complaint for select using (made_good_on is null);
create policy system on registry.complaint using (current_setting('app.scope', true) = 'system');
create policy officer on registry.complaint for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy member on registry.complaint for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on registry.tenancy as restrictive using (city = current_setting('app.city', true));
create policy shown on registry.tenancy for select using (true);
create policy system on registry.tenancy using (current_setting('app.scope', true) = 'system');

grant select, insert, update on registry.annual_report, registry.complaint, registry.tenancy to renshu_app;
