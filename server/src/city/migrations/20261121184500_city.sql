create schema city;
grant usage on schema city to renshu_app;

-- A city whose records were made up says so, and is not filled twice.
create table city.demo (
  city text not null primary key,
  seed bigint not null,
  agencies int not null,
  employers int not null,
  made_at timestamptz not null
);
alter table city.demo enable row level security;
create policy city on city.demo as restrictive using (city = current_setting('app.city', true));
create policy reading on city.demo for select using (true);
create policy system on city.demo for insert with check (current_setting('app.scope', true) = 'system');
grant select, insert on city.demo to renshu_app;
