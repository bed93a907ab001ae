-- What an organisation is told of once a day: applications after the first of the day, and processes that ended without
-- its doing. A row goes once it is told and its day is over.
create table hiring.daily_count (
  city text not null,
  organisation_id uuid not null,
  counted_on date not null,
  arrived int not null,
  -- How many of them it was told of: the first at once.
  told int not null check (told <= arrived),
  ended int not null,
  primary key (city, organisation_id, counted_on)
);
alter table hiring.daily_count enable row level security;
create policy city on hiring.daily_count as restrictive using (city = current_setting('app.city', true));
create policy system on hiring.daily_count using (current_setting('app.scope', true) = 'system');
grant select, insert, update, delete on hiring.daily_count to renshu_app;
