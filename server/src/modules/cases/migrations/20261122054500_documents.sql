-- Documents of a case: which event each tells of, and the code by which anybody looks it up. The paper itself is made
-- from definition and events when it is asked for, so nothing of what it says is kept twice.
create table cases.document (
  city text not null,
  id uuid not null,
  case_id uuid not null,
  -- The event it tells of.
  n int not null,
  kind text not null check (kind in ('receipt', 'acceptance', 'correction', 'refusal', 'decision', 'payment')),
  code text not null check (code ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  made_at timestamptz(3) not null,
  primary key (city, id),
  unique (city, case_id, n, kind),
  unique (city, code),
  foreign key (city, case_id) references cases.case (city, id)
);

alter table cases.document enable row level security;
-- Who may see a case is asked of the case; the rows are read in its name after that.
create policy city on cases.document as restrictive using (city = current_setting('app.city', true));
create policy system on cases.document using (current_setting('app.scope', true) = 'system');

grant select, insert on cases.document to renshu_app;
