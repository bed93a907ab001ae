-- One person's word closes no recovery and takes no payment away: another confirms it, or the bank does.
alter table payments.receipt
  add column status text not null default 'confirmed' check (status in ('waiting', 'confirmed', 'refused')),
  add column decided_at timestamptz(3),
  add column decided_by uuid,
  add column decide_reason text,
  add constraint receipt_four_eyes check (decided_by is null or decided_by <> recorded_by);
alter table payments.receipt alter column status drop default;
alter table payments.receipt drop constraint receipt_once;
-- A transfer that was refused, since it was typed in wrong, may be recorded anew.
create unique index receipt_once on payments.receipt (city, recovery_id, reference) where status <> 'refused';
grant update (status, decided_at, decided_by, decide_reason) on payments.receipt to renshu_app;

alter table payments.payable
  add column reversal_at timestamptz(3),
  add column reversal_by uuid,
  add column reversal_reason text,
  add constraint reversal_whole check ((reversal_by is null) = (reversal_at is null)
    and (reversal_by is null) = (reversal_reason is null));
