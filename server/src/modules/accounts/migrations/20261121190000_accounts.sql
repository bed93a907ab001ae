create schema accounts;
grant usage on schema accounts to renshu_app;

create table accounts.person (
  city text not null,
  id uuid not null,
  name text not null,
  -- Full pinyin of the name, by which lists are sorted.
  name_key text not null,
  phone_sealed text,
  phone_blind text,
  email_sealed text,
  resident_id_sealed text,
  resident_id_blind text,
  password_hash text,
  created_at timestamptz not null,
  erased_at timestamptz,
  version int not null default 1,
  primary key (city, id),
  unique (city, phone_blind),
  -- Of an erased person nothing is left but the id, so that counts stay true.
  check (
    erased_at is null
    or coalesce(phone_sealed, phone_blind, email_sealed, resident_id_sealed, resident_id_blind, password_hash) is null
  )
);
create index on accounts.person (city, resident_id_blind);

create table accounts.session (
  city text not null,
  id uuid not null,
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  -- When the second factor was passed.
  confirmed_at timestamptz,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text not null,
  primary key (city, id),
  unique (city, token_sha256),
  foreign key (city, person_id) references accounts.person (city, id)
);
create index on accounts.session (city, person_id);

create table accounts.login_code (
  city text not null,
  id uuid not null,
  phone_blind text not null,
  -- Keyed hash of row and code.
  code_mac text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz,
  primary key (city, id)
);
create index on accounts.login_code (city, phone_blind, created_at);
create index on accounts.login_code (city, expires_at);

-- Wrong passwords, counted per phone whether or not it is known.
create table accounts.password_try (
  city text not null,
  id uuid not null,
  phone_blind text not null,
  happened_at timestamptz not null,
  primary key (city, id)
);
create index on accounts.password_try (city, phone_blind, happened_at);

create table accounts.identity (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject_blind text not null,
  created_at timestamptz not null,
  primary key (city, id),
  unique (city, issuer, subject_blind),
  foreign key (city, person_id) references accounts.person (city, id)
);
create index on accounts.identity (city, person_id);

-- A sign-in under way at the identity provider.
create table accounts.oidc_state (
  city text not null,
  id uuid not null,
  attempt_sha256 text not null,
  state text not null,
  nonce text not null,
  verifier_sealed text not null,
  return_to text not null,
  expires_at timestamptz not null,
  primary key (city, id),
  unique (city, attempt_sha256)
);

create table accounts.officer (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  -- Null: the whole city.
  district text,
  administrator boolean not null,
  totp_sealed text,
  -- An authenticator that is being set up.
  totp_pending_sealed text,
  -- The step of the last code taken: an older or equal one is a replay.
  totp_last_step bigint,
  totp_tries int not null default 0,
  totp_locked_until timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (city, id),
  unique (city, person_id),
  foreign key (city, person_id) references accounts.person (city, id)
);

create table accounts.member (
  city text not null,
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('viewer', 'recruiter', 'owner')),
  added_by_person_id uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (city, id),
  unique (city, organisation_id, person_id),
  foreign key (city, person_id) references accounts.person (city, id)
);
create index on accounts.member (city, person_id);

create table accounts.invitation (
  city text not null,
  id uuid not null,
  -- To an organisation as a member …
  organisation_id uuid,
  role text check (role in ('viewer', 'recruiter', 'owner')),
  -- … or to a person as a helper.
  person_id uuid,
  purposes text[],
  until_day date,
  phone_sealed text,
  phone_blind text,
  code_mac text not null,
  invited_by_person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by_person_id uuid,
  withdrawn_at timestamptz,
  primary key (city, id),
  check ((organisation_id is null) = (role is null)),
  check ((person_id is null) = (purposes is null) and (person_id is null) = (until_day is null)),
  check ((organisation_id is null) <> (person_id is null))
);
create index on accounts.invitation (city, organisation_id);
create index on accounts.invitation (city, person_id);
create index on accounts.invitation (city, phone_blind);

create table accounts.mandate (
  city text not null,
  id uuid not null,
  -- An organisation lets another act …
  organisation_id uuid,
  agent_organisation_id uuid,
  -- … or a person lets a helper act.
  person_id uuid,
  agent_person_id uuid,
  purposes text[] not null check (cardinality(purposes) > 0),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  given_by_person_id uuid not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_person_id uuid,
  primary key (city, id),
  check ((organisation_id is null) = (agent_organisation_id is null)),
  check ((person_id is null) = (agent_person_id is null)),
  check ((organisation_id is null) <> (person_id is null)),
  check (organisation_id <> agent_organisation_id),
  check (person_id <> agent_person_id)
);
create index on accounts.mandate (city, organisation_id);
create index on accounts.mandate (city, agent_organisation_id);
create index on accounts.mandate (city, person_id);
create index on accounts.mandate (city, agent_person_id);

create table accounts.consent (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  -- `bureau`, `platform`, or the id of an organisation.
  recipient text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (city, id),
  foreign key (city, person_id) references accounts.person (city, id)
);
create unique index on accounts.consent (city, person_id, purpose, recipient) where withdrawn_at is null;

-- Each look at a sensitive field: whose, by whom, why. Never changed, but for the words of the reason at erasure.
create table accounts.unmasking (
  city text not null,
  id uuid not null,
  person_id uuid not null,
  by_person_id uuid not null,
  by_officer boolean not null,
  field text not null check (field in ('phone', 'email', 'residentId')),
  reason text not null,
  happened_at timestamptz not null,
  primary key (city, id)
);
create index on accounts.unmasking (city, person_id, happened_at);
create index on accounts.unmasking (city, by_person_id);

alter table accounts.person enable row level security;
alter table accounts.session enable row level security;
alter table accounts.login_code enable row level security;
alter table accounts.password_try enable row level security;
alter table accounts.identity enable row level security;
alter table accounts.oidc_state enable row level security;
alter table accounts.officer enable row level security;
alter table accounts.member enable row level security;
alter table accounts.invitation enable row level security;
alter table accounts.mandate enable row level security;
alter table accounts.consent enable row level security;
alter table accounts.unmasking enable row level security;

create policy city on accounts.person as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.session as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.login_code as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.password_try as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.identity as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.oidc_state as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.officer as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.member as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.invitation as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.mandate as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.consent as restrictive using (city = current_setting('app.city', true));
create policy city on accounts.unmasking as restrictive using (city = current_setting('app.city', true));

create policy system on accounts.person using (current_setting('app.scope', true) = 'system');
create policy system on accounts.session using (current_setting('app.scope', true) = 'system');
create policy system on accounts.login_code using (current_setting('app.scope', true) = 'system');
create policy system on accounts.password_try using (current_setting('app.scope', true) = 'system');
create policy system on accounts.identity using (current_setting('app.scope', true) = 'system');
create policy system on accounts.oidc_state using (current_setting('app.scope', true) = 'system');
create policy system on accounts.officer using (current_setting('app.scope', true) = 'system');
create policy system on accounts.member using (current_setting('app.scope', true) = 'system');
create policy system on accounts.invitation using (current_setting('app.scope', true) = 'system');
create policy system on accounts.mandate using (current_setting('app.scope', true) = 'system');
create policy system on accounts.consent using (current_setting('app.scope', true) = 'system');
create policy system on accounts.unmasking using (current_setting('app.scope', true) = 'system');

-- The person: own record, devices, memberships, helpers, consents, and who looked.
create policy person on accounts.person using (
  current_setting('app.scope', true) in ('person', 'member') and id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person on accounts.session using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person on accounts.member for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person on accounts.invitation using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person on accounts.mandate using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person on accounts.consent using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy person on accounts.unmasking for select using (
  current_setting('app.scope', true) = 'person' and person_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy looking on accounts.unmasking for insert with check (
  (current_setting('app.scope', true) = 'officer' or (
    current_setting('app.scope', true) = 'person' and person_id = by_person_id
  )) and by_person_id = nullif(current_setting('app.person', true), '')::uuid
);

-- The organisation: its members, invitations and mandates. Names of members are read in scope system: a policy that
-- looks into another table is refused on distributed tables.
create policy member on accounts.member using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy member on accounts.invitation using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy member on accounts.mandate for select using (
  current_setting('app.scope', true) = 'member'
  and nullif(current_setting('app.organisation', true), '')::uuid in (organisation_id, agent_organisation_id)
);
create policy giving on accounts.mandate for insert with check (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy withdrawing on accounts.mandate for update using (
  current_setting('app.scope', true) = 'member'
  and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);

-- Officers: people of the city (sensitive fields stay sealed), and each other.
create policy officer on accounts.person for select using (current_setting('app.scope', true) = 'officer');
create policy officer on accounts.officer using (current_setting('app.scope', true) = 'officer');
create policy officer on accounts.member for select using (current_setting('app.scope', true) = 'officer');
create policy officer on accounts.mandate for select using (current_setting('app.scope', true) = 'officer');

grant select, insert, update on accounts.person, accounts.invitation, accounts.mandate, accounts.consent to renshu_app;
grant select, insert, update, delete on accounts.session, accounts.login_code, accounts.officer, accounts.member to renshu_app;
grant select, insert, delete on accounts.password_try, accounts.identity, accounts.oidc_state to renshu_app;
grant select, insert, update (reason) on accounts.unmasking to renshu_app;

-- What other modules may know of a person.
create view accounts.v_person with (security_invoker = true) as
  select city, id, name, name_key, erased_at is not null as erased from accounts.person;
grant select on accounts.v_person to renshu_app;
