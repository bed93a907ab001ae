-- The bureau appoints an owner for an organisation that came from its register, or whose owner is gone.
alter table registry.remark drop constraint remark_kind_check;
alter table registry.remark add constraint remark_kind_check
  check (kind in ('corrected', 'phoneRevealed', 'ownerAppointed'));
