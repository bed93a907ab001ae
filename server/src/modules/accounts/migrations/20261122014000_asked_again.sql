-- A sign-in for which the provider had to ask the person anew, whatever session the browser had there.
alter table accounts.oidc_state add column again boolean not null default false;
-- When the provider last asked: only such a session proves who holds it. Passing the second factor keeps it.
alter table accounts.session add column asked_at timestamptz;
