-- Districts of the places of work, beside the content: postings of one title are compared within a district, and the
-- content is too long to be read for it.
alter table jobs.job add column districts text[] not null default '{}';
update jobs.job set districts =
  array(select distinct left(place ->> 'place', 6) from jsonb_array_elements(content -> 'places') as place);
alter table jobs.job alter column districts drop default;

drop index jobs.job_alike;
create index job_alike on jobs.job (city, title_key, created_at desc, id desc) where status in ('open', 'waiting');
