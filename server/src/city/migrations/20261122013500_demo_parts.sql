-- A city is made up part by part, each in a transaction of its own: what stopped half-way is gone on with.
alter table city.demo
  add column talents int not null default 0,
  add column postings int not null default 0,
  -- Parts that are there, and when the last one came; null: some are missing.
  add column parts int not null default 0,
  add column finished_at timestamptz;
update city.demo set finished_at = made_at;
create policy filling on city.demo for update using (current_setting('app.scope', true) = 'system');
grant update (parts, finished_at) on city.demo to renshu_app;
