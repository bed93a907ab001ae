-- Imports of agencies, in the form that every module keeps them: `platform/imports`.
create table talents.import (
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
create index import_of on talents.import (city, organisation_id, imported_at);

-- What is left of people whom nobody keeps: deleted after a while.
create table talents.import_reject (
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
  foreign key (city, id) references talents.import (city, id) on delete cascade
);

alter table talents.import enable row level security;
alter table talents.import_reject enable row level security;

create policy city on talents.import as restrictive using (city = current_setting('app.city', true));
create policy system on talents.import using (current_setting('app.scope', true) = 'system');
create policy member on talents.import using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy city on talents.import_reject as restrictive using (city = current_setting('app.city', true));
create policy system on talents.import_reject using (current_setting('app.scope', true) = 'system');
create policy member on talents.import_reject for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

grant select, insert, update, delete on talents.import to renshu_app;
grant select, insert, delete on talents.import_reject to renshu_app;
