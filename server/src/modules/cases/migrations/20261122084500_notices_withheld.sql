-- What an objection took back, or what was refused or withdrawn in the end, is before nobody's eyes any more.
alter table cases.notice add column withheld boolean not null default false;
update cases.notice n set withheld = true from cases.case c
  where c.city = n.city and c.id = n.case_id and c.ended in ('refused', 'withdrawn');
drop policy anybody on cases.notice;
create policy anybody on cases.notice for select using (not withheld);
