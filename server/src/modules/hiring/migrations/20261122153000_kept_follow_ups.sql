-- Who answered a follow-up: the talent, or in his place the agency that keeps him; and the person who did it.
alter table hiring.follow_up add column answered_by text check (answered_by in ('talent', 'agency'));
alter table hiring.follow_up add column actor_id uuid;
update hiring.follow_up set answered_by = 'talent', actor_id = person_id where answer is not null;
alter table hiring.follow_up add constraint follow_up_answered check ((answer is null) = (answered_by is null));

create policy agency_answers on hiring.follow_up for update using (
  current_setting('app.scope', true) = 'member' and agency_id = nullif(current_setting('app.organisation', true), '')::uuid
);
create index follow_up_of_agency on hiring.follow_up (city, agency_id, due_on)
  where agency_id is not null and answer is null;
