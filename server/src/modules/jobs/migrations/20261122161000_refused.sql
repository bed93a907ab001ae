-- The reason of a refusal stays with a posting until an officer approves it. Before, saving it again wiped the reason
-- off: it comes back where the last word of an officer was a refusal and nobody has published the posting since.
update jobs.job as job set refusal = last.reason
  from (
    select distinct on (city, job_id) city, job_id, decision, reason from jobs.decision
      where decided_by is not null order by city, job_id, decided_at desc
  ) as last
  where job.city = last.city and job.id = last.job_id and last.decision = 'refused'
    and job.status in ('draft', 'waiting') and job.refusal is null;

-- What was refused is compared with what is posted later, by the same organisation and by others under that title.
create index job_refused on jobs.job (city, organisation_id, created_at desc, id desc) where refusal is not null;
create index job_refused_title on jobs.job (city, title_key, created_at desc, id desc) where refusal is not null;
