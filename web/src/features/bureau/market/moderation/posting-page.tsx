import type { Queued } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { instant } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { JobState } from '../../../desk/hiring/jobs/job-state.tsx'
import { Said } from '../../../desk/hiring/jobs/said.tsx'
import { SignalList } from '../../../desk/hiring/screening/signals.tsx'
import { OrganisationName } from '../../../registry/organisation-name.tsx'
import { useQueued } from '../queries.ts'
import { Alike } from './alike.tsx'
import { ModerationForm } from './moderation-form.tsx'

const route = getRouteApi('/bureau/postings/$jobId')

/** One posting with everything needed to decide, on one screen. */
export function PostingPage() {
  const { t } = useTranslation('market')
  const { jobId } = route.useParams()
  return (
    <Answer of={useQueued(jobId)} title={t('queue.title')}>
      {(job) => <OnePosting job={job} />}
    </Answer>
  )
}

function OnePosting({ job }: { job: Queued }) {
  const { t } = useTranslation('market')
  return (
    <Page
      title={job.title}
      lead={
        <>
          <OrganisationName id={job.organisationId} />
          {t('queue.waitingSince', { at: instant(job.waitingSince) })}
        </>
      }
    >
      <JobState of={job} />
      <div className="split">
        <div className="stack">
          {job.signals.length > 0 && (
            <Card title={t('posting.signals')}>
              <SignalList of={job.signals} />
            </Card>
          )}
          <Said job={job} />
        </div>
        <div className="stack">
          <ModerationForm key={job.contentHash} job={job} />
          {job.reports.length > 0 && <Reports of={job.reports} />}
        </div>
      </div>
      {job.alike.length > 0 && <Alike job={job} />}
    </Page>
  )
}

const KINDS = ['fee', 'fake', 'discrimination', 'other'] as const

function Reports({ of: reports }: { of: Queued['reports'] }) {
  const { t } = useTranslation('market')
  const nameOf = (kind: string) => t(`report.${KINDS.find((each) => each === kind) ?? 'other'}`)
  return (
    <Card title={t('report.title')}>
      <Timeline
        of={reports.map(({ kind, text, at }, index) => ({
          id: String(index),
          title: nameOf(kind),
          about: instant(at),
          text,
        }))}
      />
    </Card>
  )
}
