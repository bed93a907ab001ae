-- 窗口核验: of people who have no phone an officer held the identity document in hand. One record for each document seen;
-- a number that somebody only wrote into his own account stops nobody from being recorded.
alter table accounts.person
  add column document_seen_at timestamptz,
  add column document_seen_by uuid,
  add check (
    (document_seen_at is null) = (document_seen_by is null)
    and (document_seen_at is null or resident_id_blind is not null)
  );
create unique index person_document_seen on accounts.person (city, resident_id_blind) where document_seen_at is not null;
-- Signed on paper at a counter, and who recorded it; null: given in the own account.
alter table accounts.consent add column recorded_by_person_id uuid;
