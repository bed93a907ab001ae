import type { JobRecord } from '@renshu/contracts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { SignalList } from '../screening/signals.tsx'
import { useOwnJob } from '../queries.ts'
import { Candidates } from './candidates.tsx'
import { JobActions } from './job-actions.tsx'
import { JobContent } from './job-content.tsx'
import { JobNumbers } from './job-numbers.tsx'
import { JobState } from './job-state.tsx'
import { Pipeline } from './pipeline/pipeline.tsx'

const PARTS = ['candidates', 'pipeline', 'numbers', 'content'] as const
const route = getRouteApi('/desk/$organisationId/jobs/$jobId')

/** One posting: who fits, who is on the way, how it goes, what it says. */
export function JobPage() {
  const { t } = useTranslation('hiring')
  const { jobId } = route.useParams()
  return (
    <Answer of={useOwnJob(jobId)} title={t('jobs.title')}>
      {(job) => <OneJob job={job} />}
    </Answer>
  )
}

function OneJob({ job }: { job: JobRecord }) {
  const { t } = useTranslation('hiring')
  const params = route.useParams()
  const search = route.useSearch()
  const part = PARTS.find((each) => each === search.part) ?? (job.status === 'open' ? 'candidates' : 'content')
  return (
    <Page title={job.title} lead={<JobState of={job} />} actions={<JobActions job={job} />}>
      {job.status !== 'closed' && job.signals.length > 0 && (
        <div className="note warn stack">
          <p>{t('jobs.signals')}</p>
          <SignalList of={job.signals} />
        </div>
      )}
      <nav className="tabs" aria-label={t('jobs.parts')}>
        {PARTS.map((each) => (
          <Link
            key={each}
            to="/desk/$organisationId/jobs/$jobId"
            params={params}
            search={{ part: each }}
            replace
            activeOptions={{ includeSearch: true }}
            aria-current={each === part ? 'page' : undefined}
          >
            {t(`jobs.part.${each}`)}
          </Link>
        ))}
      </nav>
      {part === 'candidates' && <Candidates job={job} />}
      {part === 'pipeline' && <Pipeline jobId={job.id} />}
      {part === 'numbers' && <JobNumbers job={job} />}
      {part === 'content' && <JobContent job={job} />}
    </Page>
  )
}
