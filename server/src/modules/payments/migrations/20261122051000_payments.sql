create schema payments;
grant usage on schema payments to renshu_app;

-- What is to be paid; decision 0018. One row for each outcome that pays, whoever made it. Whose it is and where stands in
-- every table of the schema that payees or districts see, since a policy can look at no other table.
create table payments.payable (
  city text not null,
  id uuid not null,
  -- The module and the outcome it comes from, once; and the record to open, e.g. the case.
  source_module text not null,
  source_id text not null,
  record text not null,
  title jsonb not null,
  policy text,
  -- Year or month: two payments of one policy for one period to one payee are looked at.
  period text not null,
  person_id uuid,
  organisation_id uuid,
  payee_sealed text not null,
  -- Null until an account could be read.
  holder_sealed text,
  account_sealed text,
  account_blind text,
  bank text,
  -- Of whose officers it is; null: of the whole city's.
  district text,
  amount_fen bigint not null check (amount_fen > 0),
  -- Confirmed by the bank, what was paid too much included; and what was claimed back of it.
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  claimed_fen bigint not null default 0 check (claimed_fen between 0 and paid_fen),
  status text not null check (status in ('open', 'drafted', 'sent', 'paid', 'returned', 'withdrawn')),
  decided_on date not null,
  paid_on date,
  reason text,
  reversed_on date,
  -- Facts a limit of the policy may read later.
  facts jsonb not null,
  batch_id uuid,
  batch_row int,
  made_at timestamptz(3) not null,
  version int not null,
  primary key (city, id),
  unique (city, source_module, source_id),
  check ((person_id is null) <> (organisation_id is null)),
  check ((account_sealed is null) = (holder_sealed is null) and (account_sealed is null) = (bank is null)
    and (account_sealed is null) = (account_blind is null)),
  check ((status in ('drafted', 'sent')) = (batch_id is not null)),
  check (status <> 'paid' or paid_fen >= amount_fen)
);
create index payable_by_status on payments.payable (city, status, decided_on, id);
create index payable_by_policy on payments.payable (city, policy, period);
create index payable_of_person on payments.payable (city, person_id, decided_on desc, id desc) where person_id is not null;
create index payable_of_organisation on payments.payable (city, organisation_id, decided_on desc, id desc)
  where organisation_id is not null;
create index payable_by_account on payments.payable (city, account_blind) where account_blind is not null;
create index payable_by_record on payments.payable (city, record);

create table payments.batch (
  city text not null,
  id uuid not null,
  number text not null,
  status text not null check (status in ('drafted', 'released', 'settled', 'discarded')),
  purpose text not null,
  district text,
  drafted_at timestamptz(3) not null,
  drafted_by uuid not null,
  released_at timestamptz(3),
  released_by uuid,
  checksum text check (checksum ~ '^[0-9a-f]{64}$'),
  discarded_by uuid,
  discard_reason text,
  version int not null,
  primary key (city, id),
  unique (city, number),
  -- Four eyes, whatever the program says.
  check (released_by is null or released_by <> drafted_by),
  check ((status in ('released', 'settled')) = (released_by is not null and checksum is not null))
);
create index batch_by_day on payments.batch (city, drafted_at desc, id desc);

-- One attempt to pay. What was sent to the bank is written down here and never changed.
create table payments.batch_row (
  city text not null,
  id uuid not null,
  batch_id uuid not null,
  row int not null check (row > 0),
  payable_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  holder_sealed text not null,
  account_sealed text not null,
  bank text not null,
  purpose text not null,
  district text,
  status text not null check (status in ('waiting', 'paid', 'returned', 'removed')),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  answered_on date,
  reason text,
  -- How often the bank's word on it was taken: a second time only by an officer's.
  answers int not null default 0 check (answers between 0 and 2),
  primary key (city, id),
  unique (city, batch_id, row),
  foreign key (city, batch_id) references payments.batch (city, id),
  foreign key (city, payable_id) references payments.payable (city, id),
  check ((status = 'paid') = (paid_fen > 0))
);
-- Nothing is on its way twice.
create unique index row_waiting_once on payments.batch_row (city, payable_id) where status = 'waiting';
create index row_of_payable on payments.batch_row (city, payable_id);

create table payments.download (
  city text not null,
  id uuid not null,
  batch_id uuid not null,
  downloaded_at timestamptz(3) not null,
  downloaded_by uuid not null,
  district text,
  primary key (city, id),
  foreign key (city, batch_id) references payments.batch (city, id)
);

create table payments.bank_answer (
  city text not null,
  id uuid not null,
  name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz(3) not null,
  imported_by uuid not null,
  rows int not null,
  sum_fen bigint not null,
  district text,
  primary key (city, id),
  unique (city, file_hash)
);
create index answer_by_day on payments.bank_answer (city, imported_at desc, id desc);

create table payments.answer_row (
  city text not null,
  id uuid not null,
  answer_id uuid not null,
  line int not null,
  batch_number text not null,
  batch_row text not null,
  amount_fen bigint not null,
  result text not null check (result in ('paid', 'returned')),
  reason text not null,
  answered_on date not null,
  reference text not null,
  verdict text not null check (verdict in ('booked', 'repeated', 'unknownRow', 'notSent', 'otherAmount', 'contradiction',
    'badDay', 'bookedByHand', 'dismissed')),
  -- The row of a batch it is about.
  row_id uuid,
  payable_id uuid,
  sent_fen bigint,
  settled_at timestamptz(3),
  settled_by uuid,
  settle_reason text,
  district text,
  primary key (city, id),
  unique (city, answer_id, line),
  foreign key (city, answer_id) references payments.bank_answer (city, id)
);
create index answer_row_listed on payments.answer_row (city, answer_id) where verdict in (
  'unknownRow', 'notSent', 'otherAmount', 'contradiction', 'badDay');

create table payments.recovery (
  city text not null,
  id uuid not null,
  payable_id uuid not null,
  reason text not null check (reason in ('paidTooMuch', 'duplicate', 'reversed', 'other')),
  words text not null,
  status text not null check (status in ('opened', 'demanded', 'partly', 'recovered', 'writtenOff')),
  amount_fen bigint not null check (amount_fen > 0),
  recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  written_off_fen bigint not null default 0 check (written_off_fen >= 0),
  opened_on date not null,
  -- Null where a bank's answer or a reversed decision opened it.
  opened_by uuid,
  due_on date,
  demanded_by uuid,
  proposed_at timestamptz(3),
  proposed_by uuid,
  proposal_reason text,
  confirmed_by uuid,
  -- Of who confirmed or refused the proposal last.
  confirm_reason text,
  person_id uuid,
  organisation_id uuid,
  district text,
  version int not null,
  primary key (city, id),
  foreign key (city, payable_id) references payments.payable (city, id),
  check (recovered_fen + written_off_fen <= amount_fen),
  check (status <> 'recovered' or recovered_fen = amount_fen),
  check (status <> 'writtenOff' or recovered_fen + written_off_fen = amount_fen),
  check (confirmed_by is null or confirmed_by <> proposed_by)
);
create index recovery_of on payments.recovery (city, payable_id);
create index recovery_by_status on payments.recovery (city, status, opened_on desc, id desc);

create table payments.receipt (
  city text not null,
  id uuid not null,
  recovery_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_on date not null,
  reference text not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid not null,
  district text,
  primary key (city, id),
  constraint receipt_once unique (city, recovery_id, reference),
  foreign key (city, recovery_id) references payments.recovery (city, id)
);

create table payments.account_change (
  city text not null,
  id uuid not null,
  payable_id uuid not null,
  status text not null check (status in ('waiting', 'confirmed', 'refused')),
  holder_sealed text not null,
  account_sealed text not null,
  account_blind text not null,
  bank text not null,
  reason text not null,
  from_payee boolean not null,
  made_at timestamptz(3) not null,
  made_by uuid not null,
  decided_at timestamptz(3),
  decided_by uuid,
  refusal text,
  person_id uuid,
  organisation_id uuid,
  district text,
  primary key (city, id),
  foreign key (city, payable_id) references payments.payable (city, id),
  check (decided_by is null or decided_by <> made_by)
);
create unique index change_waiting_once on payments.account_change (city, payable_id) where status = 'waiting';
create index change_by_status on payments.account_change (city, status, made_at, id);

alter table payments.payable enable row level security;
alter table payments.batch enable row level security;
alter table payments.batch_row enable row level security;
alter table payments.download enable row level security;
alter table payments.bank_answer enable row level security;
alter table payments.answer_row enable row level security;
alter table payments.recovery enable row level security;
alter table payments.receipt enable row level security;
alter table payments.account_change enable row level security;

create policy city on payments.payable as restrictive using (city = current_setting('app.city', true));
create policy system on payments.payable using (current_setting('app.scope', true) = 'system');
create policy officer on payments.payable using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy person on payments.payable for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on payments.payable for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on payments.batch as restrictive using (city = current_setting('app.city', true));
create policy system on payments.batch using (current_setting('app.scope', true) = 'system');
create policy officer on payments.batch using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on payments.batch_row as restrictive using (city = current_setting('app.city', true));
create policy system on payments.batch_row using (current_setting('app.scope', true) = 'system');
create policy officer on payments.batch_row using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on payments.download as restrictive using (city = current_setting('app.city', true));
create policy system on payments.download using (current_setting('app.scope', true) = 'system');
create policy officer on payments.download using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on payments.bank_answer as restrictive using (city = current_setting('app.city', true));
create policy system on payments.bank_answer using (current_setting('app.scope', true) = 'system');
create policy officer on payments.bank_answer using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on payments.answer_row as restrictive using (city = current_setting('app.city', true));
create policy system on payments.answer_row using (current_setting('app.scope', true) = 'system');
create policy officer on payments.answer_row using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on payments.recovery as restrictive using (city = current_setting('app.city', true));
create policy system on payments.recovery using (current_setting('app.scope', true) = 'system');
create policy officer on payments.recovery using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy person on payments.recovery for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on payments.recovery for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

create policy city on payments.receipt as restrictive using (city = current_setting('app.city', true));
create policy system on payments.receipt using (current_setting('app.scope', true) = 'system');
create policy officer on payments.receipt using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

create policy city on payments.account_change as restrictive using (city = current_setting('app.city', true));
create policy system on payments.account_change using (current_setting('app.scope', true) = 'system');
create policy officer on payments.account_change using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy person on payments.account_change for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on payments.account_change for select using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

grant select, insert, update on payments.payable, payments.batch, payments.batch_row, payments.answer_row, payments.recovery,
  payments.account_change to renshu_app;
grant select, insert on payments.download, payments.bank_answer, payments.receipt to renshu_app;
