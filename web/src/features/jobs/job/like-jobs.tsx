import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { JobCard } from '../job-card.tsx'
import { publicJobs } from '../queries.ts'

const MOST = 3

interface LikeJobsProps {
  job: { id: string; title: string; occupation: { code: string } | null; places: readonly { place: string }[] }
}

/** Postings of the same occupation nearby, or with like words. */
export function LikeJobs({ job: { id, title, occupation, places } }: LikeJobsProps) {
  const { t } = useTranslation('jobs')
  const district = places[0]?.place.slice(0, 6)
  const words = occupation ? { occupation: occupation.code } : { q: title.slice(0, 30) }
  const near = district ? { place: district } : {}
  const { data } = useQuery({
    queryKey: ['jobs', 'like', id],
    queryFn: async () => (await publicJobs.search({ query: { ...words, ...near, limit: MOST + 1 } })).items,
    retry: false,
  })
  const others = (data ?? []).filter((each) => each.id !== id).slice(0, MOST)
  if (!others.length) return null
  return (
    <section className="stack">
      <h2>{t('job.like')}</h2>
      <ul className="plain cards">
        {others.map((each) => (
          <li key={each.id}>
            <JobCard job={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}
