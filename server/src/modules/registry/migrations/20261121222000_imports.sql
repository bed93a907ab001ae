-- An import goes on after its request, batch by batch: `read` moves in the transaction that writes the rows, so each
-- row is applied once, whoever goes on with it.
alter table registry.import
  add column status text not null default 'done' check (status in ('running', 'done', 'failed')),
  -- Of the file.
  add column rows int not null default 0,
  -- Kept until the import has ended.
  add column file_id uuid,
  -- What the officer had charge of; null: the whole city.
  add column district text,
  -- Organisations the officer belonged to, whose rows somebody else imports.
  add column own_organisations uuid[] not null default '{}',
  add column moved_at timestamptz(3),
  -- Times it was taken up since a batch was last written.
  add column tries int not null default 0,
  add column rejected_count int not null default 0;
update registry.import set rows = read, moved_at = imported_at, rejected_count = jsonb_array_length(rejected);
alter table registry.import
  alter column status drop default,
  alter column rows drop default,
  alter column own_organisations drop default,
  alter column moved_at set not null;
create index import_by_age on registry.import (city, imported_at, id);
create index import_running on registry.import (city, moved_at) where status = 'running';

create table registry.rejected_row (
  city text not null,
  id uuid not null,
  import_id uuid not null,
  imported_by uuid not null,
  line int not null,
  column_name text not null,
  value text not null,
  reason text not null,
  primary key (city, id),
  foreign key (city, import_id) references registry.import (city, id)
);
create index rejected_row_of on registry.rejected_row (city, import_id, line, id);
insert into registry.rejected_row (city, id, import_id, imported_by, line, column_name, value, reason)
  select city, gen_random_uuid(), id, imported_by, (row->>'line')::int, row->>'column', row->>'value', row->>'reason'
  from registry.import, jsonb_array_elements(rejected) row;
alter table registry.import drop column rejected;

alter table registry.rejected_row enable row level security;
create policy city on registry.rejected_row as restrictive using (city = current_setting('app.city', true));
create policy system on registry.rejected_row using (current_setting('app.scope', true) = 'system');
create policy own on registry.rejected_row using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or imported_by = nullif(current_setting('app.person', true), '')::uuid)
);
grant update on registry.import to renshu_app;
grant select, insert on registry.rejected_row to renshu_app;
