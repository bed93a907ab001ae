-- Who wants the list without personalisation (个人信息保护法 art. 24); taken back by deleting it.
create table match.unpersonalised (
  city text not null,
  person_id uuid not null,
  chosen_at timestamptz(3) not null,
  primary key (city, person_id)
);
alter table match.unpersonalised enable row level security;
create policy city on match.unpersonalised as restrictive using (city = current_setting('app.city', true));
create policy system on match.unpersonalised using (current_setting('app.scope', true) = 'system');
create policy person on match.unpersonalised using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
grant select, insert, update, delete on match.unpersonalised to renshu_app;
