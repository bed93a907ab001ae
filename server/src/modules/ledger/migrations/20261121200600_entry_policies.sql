-- Totals read every entry of a city: settings are looked up once for the statement and not once for each entry.
alter policy system on ledger.entry using ((select current_setting('app.scope', true)) = 'system');
alter policy officer on ledger.entry using (
  (select current_setting('app.scope', true)) = 'officer'
  and ((select current_setting('app.district', true)) = '' or district = (select current_setting('app.district', true)))
);
