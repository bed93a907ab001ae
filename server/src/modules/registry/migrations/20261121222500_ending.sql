-- Warnings that a licence or filing ends, each sent once.
create table registry.licence_notice (
  city text not null,
  id uuid not null,
  licence_id uuid not null,
  -- So many days before its last day, as the parameter had it.
  days int not null check (days >= 0),
  sent_at timestamptz(3) not null,
  primary key (city, id),
  constraint licence_notice_once unique (city, licence_id, days),
  foreign key (city, licence_id) references registry.licence (city, id)
);
alter table registry.licence_notice enable row level security;
create policy city on registry.licence_notice as restrictive using (city = current_setting('app.city', true));
create policy system on registry.licence_notice using (current_setting('app.scope', true) = 'system');
grant select, insert on registry.licence_notice to renshu_app;

create index licence_ending on registry.licence (city, valid_until, id) where status = 'confirmed';
