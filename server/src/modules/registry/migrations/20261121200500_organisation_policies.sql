-- The directory counts every organisation of a city. A setting asked for in a query of its own is looked up once for
-- the statement, otherwise once for each row, which took as long as the search itself.
alter policy system on registry.organisation using ((select current_setting('app.scope', true)) = 'system');
alter policy officer on registry.organisation using (
  (select current_setting('app.scope', true)) = 'officer'
  and ((select current_setting('app.district', true)) = '' or district = (select current_setting('app.district', true)))
);
alter policy member on registry.organisation using (
  (select current_setting('app.scope', true)) = 'member'
  and (select nullif(current_setting('app.organisation', true), '')::uuid) in (id, branch_of_id)
);
