-- An answer kept for repeats is for the person in whose name the write was done; counts are nobody's to read.
drop policy city on platform.idempotency;
create policy city on platform.idempotency as restrictive using (city = current_setting('app.city', true));
create policy system on platform.idempotency using (current_setting('app.scope', true) = 'system');
create policy own on platform.idempotency using (caller = current_setting('app.person', true));

drop policy city on platform.rate_limit;
create policy city on platform.rate_limit as restrictive using (city = current_setting('app.city', true));
create policy system on platform.rate_limit using (current_setting('app.scope', true) = 'system');
