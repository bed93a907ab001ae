import type { Process } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { day, instant } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { isAsked } from './is-asked.ts'
import { stageTone } from './stage-tone.ts'

/** One application in a list: where it stands, since when, and whose turn it is. */
export function ProcessCard({ process }: { process: Process }) {
  const { t } = useTranslation(['seeker', 'work'])
  const { id, job, organisation, stage, changedAt, unread } = process
  return (
    <article className="card">
      <h3>
        <Link to="/me/applications/$processId" params={{ processId: id }}>
          {job.title}
        </Link>
      </h3>
      <p>{organisation.name}</p>
      <p className="row">
        <Status tone={stageTone(stage)}>{t(`work:stage.${stage}`)}</Status>
        {unread > 0 && <Status tone="warn">{t('process.unread', { count: unread })}</Status>}
        {isAsked(process) && <Status tone="warn">{t('followUp.asked')}</Status>}
      </p>
      <Clock process={process} />
      <p className="small quiet">{t('process.changedAt', { at: instant(changedAt) })}</p>
    </article>
  )
}

/** By when somebody has to answer, where somebody has to. */
export function Clock({ process: { answerBy, overdue, offer, stage, job } }: { process: Process }) {
  const { t } = useTranslation('seeker')
  if (job.held) return job.heldUntil && <p className="clock">{t('process.heldUntil', { day: day(job.heldUntil) })}</p>
  if (stage === 'offered' && offer)
    return <p className="clock">{t('process.answerOffer', { day: day(offer.answerBy) })}</p>
  if (!answerBy) return null
  return <p className="clock">{t(overdue ? 'process.overdue' : 'process.answerBy', { day: day(answerBy) })}</p>
}
