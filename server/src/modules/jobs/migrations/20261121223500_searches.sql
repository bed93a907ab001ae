-- What many searched for, without persons: words that at least three callers of a day asked for.
create table jobs.asked (
  city text not null,
  day date not null,
  text text not null,
  times int not null check (times > 0),
  -- Postings in the last answer.
  found int not null check (found >= 0),
  primary key (city, day, text)
);
alter table jobs.asked enable row level security;
create policy city on jobs.asked as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.asked using (current_setting('app.scope', true) = 'system');
create policy officer on jobs.asked for select using (current_setting('app.scope', true) = 'officer');
grant select, insert, update, delete on jobs.asked to renshu_app;

create table jobs.saved_search (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  query text not null,
  alert text not null check (alert in ('never', 'daily', 'weekly')),
  -- Postings published from this day on are news.
  news_from date not null,
  created_at timestamptz(3) not null,
  primary key (city, id)
);
create index saved_search_of on jobs.saved_search (city, person_id, created_at);
create index saved_search_due on jobs.saved_search (city, alert, news_from) where alert <> 'never';
alter table jobs.saved_search enable row level security;
create policy city on jobs.saved_search as restrictive using (city = current_setting('app.city', true));
create policy system on jobs.saved_search using (current_setting('app.scope', true) = 'system');
create policy person on jobs.saved_search using (
  current_setting('app.scope', true) = 'person'
  and person_id = nullif(current_setting('app.person', true), '')::uuid
);
grant select, insert, update, delete on jobs.saved_search to renshu_app;
