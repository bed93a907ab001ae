-- Whom lists showed to an organisation on a day: counted once each against the city's bound, and forgotten with the day.
-- `id` is the organisation's.
create table talents.listed (
  city text not null,
  id uuid not null,
  listed_on date not null,
  talent_id uuid not null,
  primary key (city, id, listed_on, talent_id)
);
alter table talents.listed enable row level security;
create policy city on talents.listed as restrictive using (city = current_setting('app.city', true));
create policy system on talents.listed using (current_setting('app.scope', true) = 'system');
grant select, insert, delete on talents.listed to renshu_app;

-- How many those are, beside the profiles opened; there is a row as soon as there is one of either.
alter table talents.look_count add column listed int not null default 0 check (listed >= 0);
alter table talents.look_count drop constraint look_count_used_check;
alter table talents.look_count add constraint look_count_used_check check (used >= 0);
