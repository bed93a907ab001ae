-- Officers read claims and pairs and decide on them; claims are made by people, pairs are found.
drop policy officer on talents.group_claim;
create policy reading on talents.group_claim for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district is null or district = current_setting('app.district', true))
);
create policy deciding on talents.group_claim for update using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district is null or district = current_setting('app.district', true))
);
drop policy officer on talents.pair;
create policy reading on talents.pair for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or current_setting('app.district', true) = any (districts))
);
create policy deciding on talents.pair for update using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or current_setting('app.district', true) = any (districts))
);
