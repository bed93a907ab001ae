-- The queue of deferred work has moved to the schema `queue`; before the first release nothing in it is worth keeping.
do $$
begin
  if to_regclass('jobs.version') is not null then
    drop schema jobs cascade;
  end if;
end $$;

-- Numbers of compacted change streams, decision 0011: the row is locked until the transaction ends, so numbers appear
-- in their order.
create table platform.change_counter (
  city text not null,
  stream text not null,
  seq bigint not null check (seq > 0),
  primary key (city, stream)
);
alter table platform.change_counter enable row level security;
create policy city on platform.change_counter using (city = current_setting('app.city', true));
grant select, insert, update on platform.change_counter to renshu_app;
