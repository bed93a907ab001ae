import { addressOf, hiringRoutes, type ProcessFile } from '@renshu/contracts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Fact, Facts } from '../../../ui/facts.tsx'
import { day, instant, monthlyPay } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Status } from '../../../ui/status.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { AppliedTo } from '../../work/applied-to.tsx'
import { isOpen } from '../../work/is-open.ts'
import { useMyStep, useProcess } from '../queries.ts'
import { FollowUps } from './follow-ups.tsx'
import { Messages } from './messages.tsx'
import { Clock } from './process-card.tsx'
import { useReason } from './reason.ts'
import { stageTone } from './stage-tone.ts'
import { Steps } from './steps.tsx'

const route = getRouteApi('/me/applications/$processId')

/** One application from the first step to the last: where it stands, what I may do now, what was said. */
export function ApplicationPage() {
  const { processId } = route.useParams()
  return <Answer of={useProcess(processId)}>{(process) => <Application process={process} />}</Answer>
}

function Application({ process }: { process: ProcessFile }) {
  const { t } = useTranslation(['seeker', 'work'])
  const { job, organisation, stage } = process
  const isOver = !isOpen(process) && stage !== 'placed'
  return (
    <Page title={job.title} lead={organisation.name}>
      <section className="card stack">
        <div className="row">
          <h2>{t('process.standsAt')}</h2>
          <Status tone={stageTone(stage)}>{t(`work:stage.${stage}`)}</Status>
        </div>
        <p>{t(`stageText.${storyOf(process)}`)}</p>
        {process.placement?.disputed && <p className="note">{t('process.disputedText')}</p>}
        <Clock process={process} />
        {job.held && <p className="note bad">{t(stage === 'offered' ? 'process.offerHeld' : 'process.jobHeld')}</p>}
        {job.changed && <p className="note warn">{t('process.jobChanged')}</p>}
        <Facts of={useFacts(process)} />
        <Steps process={process} onStep={useMyStep(process.id)} />
        {isOver && (
          <div className="row">
            {job.mergedInto && (
              <ButtonLink kind="primary" to="/jobs/$jobId" params={{ jobId: job.mergedInto }}>
                {t('process.mergedInto')}
              </ButtonLink>
            )}
            <ButtonLink to="/jobs" search={{ q: job.title }}>
              {t('process.like')}
            </ButtonLink>
          </div>
        )}
      </section>
      <AppliedTo process={process} />
      {process.placement && <FollowUps placement={process.placement} />}
      <div className="split">
        <Messages process={process} />
        <Card title={t('process.timeline')}>
          <Events of={process.events} />
        </Card>
      </div>
    </Page>
  )
}

/** Where it stands, told by how it came there. */
function storyOf({ stage, slots, placement, events, job }: ProcessFile) {
  const last = events.at(-1)
  if (job.held && isOpen({ stage })) return 'held'
  if (stage === 'interview' && slots.some(({ mine }) => mine)) return 'booked'
  if (stage === 'placed' && placement?.confirmedByOfficer) return 'placedByOfficer'
  if (stage === 'withdrawn' && last?.step === 'decline') return 'declined'
  if (
    stage === 'closed' &&
    (last?.reason === 'jobMerged' || last?.reason === 'jobRefused' || last?.reason === 'merged')
  )
    return last.reason
  if (stage === 'lapsed' && last?.reason === 'employerSilent') return 'employerSilent'
  return stage
}

function useFacts({ id, job, slots, offer, placement, channel, talent }: ProcessFile): readonly Fact[] {
  const { t } = useTranslation(['seeker', 'work', 'ui'])
  const slot = slots.find(({ mine }) => mine)
  return [
    [
      t('process.job'),
      <Link key="job" to="/jobs/$jobId" params={{ jobId: job.id }}>
        {t(job.listed ? 'process.open' : 'process.notListed')}
      </Link>,
    ],
    [t('process.channel'), t(`work:channel.${channel}`)],
    [t('process.contact'), t(talent.contact ? 'process.contactShown' : 'process.contactHidden')],
    [
      t('process.interview'),
      slot && (
        <>
          {t('process.slot', { at: instant(slot.startsAt), minutes: slot.minutes, place: slot.place })}{' '}
          <a href={addressOf(hiringRoutes.myCalendar, { params: { processId: id } })} download>
            {t('process.calendar')}
          </a>
        </>
      ),
    ],
    [t('process.offer'), offer && `${monthlyPay({ min: offer.pay, max: offer.pay })} ${offer.note}`],
    [t('process.startOn'), offer && day(offer.startOn)],
    [t('process.startedOn'), placement && day(placement.startedOn)],
    [t('process.disputed'), placement?.disputed],
  ]
}

/** Every step: what, who, when, why; the latest first. */
function Events({ of: events }: { of: ProcessFile['events'] }) {
  const { t } = useTranslation(['seeker', 'work', 'ui'])
  const reasonText = useReason()
  return (
    <Timeline
      of={[...events].reverse().map(({ id, step, at, by, byName, reason, note, slotAt, followUp }) => ({
        id,
        title: (
          <>
            <strong>{t(`work:step.${step}`)}</strong>
            {reason && `${t('ui:colon')}${reasonText(reason, by)}`}
            {followUp && `${t('ui:colon')}${t(`work:followUp.${followUp.answer}`, { days: followUp.days })}`}
          </>
        ),
        about: `${instant(at)} · ${byName || t(`work:party.${by}`)}`,
        text: (slotAt ? instant(slotAt) : note) || undefined,
      }))}
    />
  )
}
