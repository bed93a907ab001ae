-- Which filters were asked for in searches that found little, without persons: those that enough callers of a day asked
-- for in vain.
create table jobs.asked_filter (
  city text not null,
  day date not null,
  kind text not null check (kind in ('place', 'occupation', 'pay', 'education', 'employment')),
  code text not null,
  -- Searches with the filter, and those of them that found little.
  times int not null check (times > 0),
  little int not null check (little between 0 and times),
  primary key (city, day, kind, code)
);
alter table jobs.asked_filter enable row level security;
create policy city on jobs.asked_filter as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.asked_filter using (current_setting('app.scope', true) = 'system');
create policy officer on jobs.asked_filter for select using (current_setting('app.scope', true) = 'officer');
grant select, insert, update, delete on jobs.asked_filter to renshu_app;
