import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../../ui/figure.tsx'
import { JobCard } from '../../jobs/job-card.tsx'
import { publicJobs } from '../../jobs/queries.ts'
import { Answers } from './answers.tsx'

const FIRST = 3

/** What an organisation has open, by itself or through it, the newest first, and how it answers who applies. */
export function Hiring({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('registry')
  const { data } = useQuery({
    queryKey: ['jobs', 'of', organisationId],
    queryFn: () => publicJobs.search({ query: { organisation: organisationId, sort: 'newest', limit: FIRST } }),
    retry: false,
  })
  const total = data?.total ?? null
  return (
    <section className="stack">
      <h2>{t('hiring.title')}</h2>
      <div className="tiles">
        <Figure
          label={t('hiring.postings')}
          value={total}
          unit={t('hiring.piece')}
          definition={t('hiring.postingsIs')}
          link={
            Boolean(total) && (
              <Link to="/jobs" search={{ organisation: organisationId }}>
                {t('hiring.all')}
              </Link>
            )
          }
        />
        <Answers organisationId={organisationId} />
      </div>
      {data && data.items.length > 0 && (
        <ul className="plain stack">
          {data.items.map((job) => (
            <li key={job.id}>
              <JobCard job={job} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
