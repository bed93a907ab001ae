-- Who may see is not who may write: decisions are written by the system alone, what is offered may only be declined.
drop policy own on policy.decision;
drop policy member on policy.decision;
drop policy officer on policy.decision;
create policy own on policy.decision for select using (
  current_setting('app.scope', true) = 'person' and subject_kind = 'person'
  and subject_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on policy.decision for select using (
  current_setting('app.scope', true) = 'member' and subject_kind = 'organisation'
  and subject_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create policy officer on policy.decision for select using (
  current_setting('app.scope', true) = 'officer' and subject_kind = 'organisation'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

drop policy own on policy.entitlement;
drop policy member on policy.entitlement;
create policy own on policy.entitlement for select using (
  current_setting('app.scope', true) = 'person' and subject_kind = 'person'
  and subject_id = nullif(current_setting('app.person', true), '')::uuid
);
create policy member on policy.entitlement for select using (
  current_setting('app.scope', true) = 'member' and subject_kind = 'organisation'
  and subject_id = nullif(current_setting('app.organisation', true), '')::uuid
);

drop policy officer on policy.budget;
create policy officer on policy.budget for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
create policy officer_adds on policy.budget for insert with check (
  current_setting('app.scope', true) = 'officer'
  and made_by = nullif(current_setting('app.person', true), '')::uuid
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);

drop policy officer on policy.import;
create policy officer on policy.import for select using (
  current_setting('app.scope', true) = 'officer'
  and (
    current_setting('app.district', true) = ''
    or imported_by = nullif(current_setting('app.person', true), '')::uuid
  )
);
create policy officer_adds on policy.import for insert with check (
  current_setting('app.scope', true) = 'officer'
  and imported_by = nullif(current_setting('app.person', true), '')::uuid
);
