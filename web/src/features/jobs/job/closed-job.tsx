import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { JobCard, type OneJob } from '../job-card.tsx'
import { publicJobs } from '../queries.ts'
import { LikeJobs } from './like-jobs.tsx'

/** A posting that is no longer open says so and leads on: to like ones where it was seen before, else to new ones. */
export function ClosedJob({ jobId }: { jobId: string }) {
  const { t } = useTranslation('jobs')
  const before = useSeenBefore(jobId)
  return (
    <Page title={before?.title ?? t('closed.title')}>
      <Empty
        title={t('closed.title')}
        actions={
          <ButtonLink kind="primary" to="/jobs">
            {t('closed.look')}
          </ButtonLink>
        }
      >
        <p>{t('closed.text')}</p>
      </Empty>
      {before ? <LikeJobs job={before} /> : <NewestJobs />}
    </Page>
  )
}

/** The posting as this visit knew it from a list: the server no longer tells of it. */
function useSeenBefore(jobId: string): OneJob | undefined {
  const client = useQueryClient()
  const lists = client.getQueriesData<{ pages?: { items: OneJob[] }[] }>({ queryKey: ['jobs'] })
  return lists
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap(({ items }) => items)
    .find(({ id }) => id === jobId)
}

function NewestJobs() {
  const { t } = useTranslation('jobs')
  const { data } = useQuery({
    queryKey: ['jobs', 'newest'],
    queryFn: async () => (await publicJobs.search({ query: { sort: 'newest', limit: 3 } })).items,
    retry: false,
  })
  if (!data?.length) return null
  return (
    <section className="stack">
      <h2>{t('closed.newest')}</h2>
      <ul className="plain cards">
        {data.map((each) => (
          <li key={each.id}>
            <JobCard job={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}
