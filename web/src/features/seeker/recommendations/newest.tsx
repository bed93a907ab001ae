import type { JobCard as Card } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../../ui/state/empty.tsx'
import { JobCard } from '../../jobs/job-card.tsx'

/** The newest postings, the same for everybody, so they need no profile. */
export function Newest({ of: newest }: { of: readonly Card[] }) {
  const { t } = useTranslation('seeker')
  if (newest.length === 0) return <Empty title={t('recommended.noJobs')} />
  return (
    <ul className="plain stack">
      {newest.map((job) => (
        <li key={job.id}>
          <JobCard job={job} />
        </li>
      ))}
    </ul>
  )
}
