-- Who may see is not who may write: officers read what is of their district, the system alone writes, for cashiers whom
-- the program has looked at.
drop policy officer on payments.payable;
create policy officer on payments.payable for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.batch;
create policy officer on payments.batch for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.batch_row;
create policy officer on payments.batch_row for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.download;
create policy officer on payments.download for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.bank_answer;
create policy officer on payments.bank_answer for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.answer_row;
create policy officer on payments.answer_row for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.recovery;
create policy officer on payments.recovery for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.receipt;
create policy officer on payments.receipt for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
drop policy officer on payments.account_change;
create policy officer on payments.account_change for select using (
  current_setting('app.scope', true) = 'officer'
  and (current_setting('app.district', true) = '' or district = current_setting('app.district', true))
);
