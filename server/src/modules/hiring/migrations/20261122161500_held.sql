-- The posting was refused by an officer: the process rests until he approves it, or ends.
alter table hiring.process add column held boolean not null default false;
