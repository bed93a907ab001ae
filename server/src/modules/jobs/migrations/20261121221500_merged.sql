-- A posting shows which were merged into it.
create index job_merged on jobs.job (city, duplicate_of) where duplicate_of is not null;
