import type { ProcessFile } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { day, instant } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { AppliedTo } from '../../../work/applied-to.tsx'
import { isOpen } from '../../../work/is-open.ts'
import { hiring } from '../queries.ts'
import { AnswerBy } from './answer-by.tsx'
import { Contact } from './contact.tsx'
import { Messages } from './messages.tsx'
import { KeptFollowUps } from '../steps/kept-follow-ups.tsx'
import { KeptSteps } from '../steps/kept-steps.tsx'
import { ProcessEvents } from './process-events.tsx'
import { ProcessTerms } from './process-terms.tsx'
import { StageStatus } from './stage-status.tsx'
import { Steps } from '../steps/steps.tsx'

const route = getRouteApi('/desk/$organisationId/processes/$processId')

/** One person and one posting, from the first step to the last. */
export function ProcessPage() {
  const { t } = useTranslation('hiring')
  const params = route.useParams()
  const query = useQuery({
    queryKey: ['desk', params.organisationId, 'process', params.processId],
    queryFn: () => hiring.process({ params }),
  })
  const unread = query.data?.unread ?? 0
  // Looking at the page is reading its messages; the next answer says so.
  useEffect(() => {
    if (unread > 0) void hiring.seen({ params }).catch(() => null)
  }, [unread, params])
  return (
    <Answer of={query} title={t('processes.title')}>
      {(process) => <OneProcess process={process} />}
    </Answer>
  )
}

function OneProcess({ process }: { process: ProcessFile }) {
  const { t } = useTranslation(['hiring', 'work'])
  const { organisationId } = route.useParams()
  const { talent, job } = process
  const isOwnPosting = process.organisation.id === organisationId
  return (
    <Page
      title={talent.name}
      lead={
        <>
          <PostingLink of={process} />
          {t('process.since', {
            channel: t(`work:channel.${process.channel}`),
            at: instant(process.startedAt),
          })}
        </>
      }
    >
      <div className="row">
        <StageStatus of={process.stage} />
        <AnswerBy of={process} />
        {process.reminders > 0 && (
          <span className="small quiet">{t('process.reminders', { count: process.reminders })}</span>
        )}
      </div>
      {job.held && (
        <p className="note bad">
          {t('process.jobHeld')} {job.heldUntil && t('process.heldUntil', { day: day(job.heldUntil) })}
        </p>
      )}
      {job.changed && <p className="note warn">{t('process.jobChanged')}</p>}
      <div className="split">
        <div className="stack">
          {isOwnPosting && isOpen(process) && <Steps process={process} />}
          <KeptSteps process={process} />
          <KeptFollowUps process={process} />
          <ProcessTerms of={process} />
          <Messages process={process} />
          <AppliedTo process={process} />
        </div>
        <div className="stack">
          {isOwnPosting && <Person process={process} />}
          <Card title={t('process.timeline')}>
            <ProcessEvents of={process.events} />
          </Card>
        </div>
      </div>
    </Page>
  )
}

/** The posting on this desk; that of another organisation, for which somebody was recommended, as the public sees it. */
function PostingLink({ of: { job, organisation } }: { of: ProcessFile }) {
  const { t } = useTranslation('ui')
  const { organisationId } = route.useParams()
  if (organisation.id === organisationId)
    return (
      <Link to="/desk/$organisationId/jobs/$jobId" params={{ organisationId, jobId: job.id }}>
        {job.title}
      </Link>
    )
  return (
    <>
      {job.listed ? (
        <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
          {job.title}
        </Link>
      ) : (
        job.title
      )}
      {t('comma')}
      {organisation.name}
    </>
  )
}

function Person({ process }: { process: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  return (
    <Card title={t('process.who')}>
      <div className="stack">
        <Link
          to="/desk/$organisationId/talents/$talentId"
          params={{ organisationId, talentId: process.talent.id }}
          search={{ jobId: process.job.id }}
        >
          {t('process.profile')}
        </Link>
        {!process.job.held && <Contact process={process} />}
      </div>
    </Card>
  )
}
