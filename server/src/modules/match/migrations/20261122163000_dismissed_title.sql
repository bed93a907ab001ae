-- What the posting was called when somebody said no to it: he can take that back also when it is open no more.
alter table match.dismissal add column job_title text not null default '';
create index dismissal_latest on match.dismissal (city, person_id, dismissed_at desc, job_id desc);
