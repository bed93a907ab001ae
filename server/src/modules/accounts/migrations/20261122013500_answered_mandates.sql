-- A mandate binds the agency only once the agency has taken it; a helper takes one by accepting the invitation.
alter table accounts.mandate
  add column accepted_at timestamptz,
  add column accepted_by_person_id uuid,
  -- Refused while proposed, laid down when it had been accepted.
  add column declined_at timestamptz,
  add column declined_by_person_id uuid;
-- Those given before were in force at once; who took them nobody wrote down.
update accounts.mandate set accepted_at = created_at, accepted_by_person_id = agent_person_id;
alter table accounts.mandate
  add check (accepted_at is not null or agent_person_id is null),
  add check ((declined_at is null) = (declined_by_person_id is null)),
  add check (accepted_by_person_id is null or accepted_at is not null);

create policy answering on accounts.mandate for update using (
  current_setting('app.scope', true) = 'member'
  and agent_organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
);
