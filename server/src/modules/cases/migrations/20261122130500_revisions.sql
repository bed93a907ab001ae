-- Every outcome is carried out by a module now; what was kept here stands in the events of its case.
drop table cases.result;

-- A decision that was changed on review (改变原决定): who checks its paper must hear of it.
create table cases.revision (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  by_case_id uuid not null,
  revised_on date not null,
  primary key (city, id),
  constraint revision_once unique (city, by_case_id),
  foreign key (city, case_id) references cases.case (city, id),
  foreign key (city, by_case_id) references cases.case (city, id)
);
create index revision_of on cases.revision (city, case_id);
alter table cases.revision enable row level security;
create policy city on cases.revision as restrictive using (city = current_setting('app.city', true));
create policy system on cases.revision using (current_setting('app.scope', true) = 'system');
grant select, insert on cases.revision to renshu_app;
