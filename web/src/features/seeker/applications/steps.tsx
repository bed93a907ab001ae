import type { Process, StepBody } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { instant } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Status } from '../../../ui/status.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { ConfirmStart } from './confirm-start.tsx'
import { DisputeForm, EndForm } from './end-form.tsx'
import type { TakeStep } from './step-route.ts'

interface StepsProps {
  process: Process
  onStep: TakeStep
}

/** What the person, or who speaks for him, may do now; the first of it is the next step, ending it comes last. */
export function Steps({ process, onStep }: StepsProps) {
  const { t } = useTranslation(['seeker', 'work'])
  const { may, version, talent, job } = process
  const { run, pending, error } = useStep(onStep)
  if (!may.length) return null
  const share = talent.contact ? 'steps.hideContact' : 'steps.showContact'
  return (
    <div className="stack">
      {may.includes('agree') && (
        <div className="row">
          <Button kind="primary" disabled={pending} onClick={() => run({ step: 'agree', version, shareContact: true })}>
            {t('steps.agreeShare')}
          </Button>
          <Button disabled={pending} onClick={() => run({ step: 'agree', version, shareContact: false })}>
            {t('steps.agreeOnly')}
          </Button>
        </div>
      )}
      {may.includes('book') && <Slots process={process} pending={pending} run={run} />}
      {may.includes('accept') && (
        <div>
          <Button kind="primary" disabled={pending} onClick={() => run({ step: 'accept', version })}>
            {t('steps.accept')}
          </Button>
        </div>
      )}
      {may.includes('confirm') && <ConfirmStart process={process} onStep={onStep} />}
      {error && <ProblemNote error={error} />}
      <div className="row">
        {may.includes('share') && !job.held && (
          <Button disabled={pending} onClick={() => run({ step: 'share', version, shareContact: !talent.contact })}>
            {t(share)}
          </Button>
        )}
        {(['decline', 'withdraw'] as const)
          .filter((step) => may.includes(step))
          .map((step) => (
            <DialogButton key={step} action={t(`steps.${step}`)} kind="danger">
              {(close) => <EndForm process={process} onStep={onStep} step={step} close={close} />}
            </DialogButton>
          ))}
        {may.includes('dispute') && (
          <DialogButton action={t('steps.dispute')}>
            {(close) => <DisputeForm process={process} onStep={onStep} close={close} />}
          </DialogButton>
        )}
      </div>
    </div>
  )
}

/** Times the employer proposed: one is chosen, another may be chosen later. */
function Slots({ process, pending, run }: { process: Process; pending: boolean; run: (body: StepBody) => void }) {
  const { t } = useTranslation('seeker')
  const at = now().toISOString()
  const free = process.slots.filter(({ startsAt }) => startsAt > at)
  return (
    <fieldset className="stack">
      <legend>{t(free.some(({ mine }) => mine) ? 'steps.otherSlots' : 'steps.slots')}</legend>
      <p className="small quiet">{t('steps.zone')}</p>
      <ul className="plain stack">
        {free.map((slot) => (
          <li key={slot.id} className="row">
            {slot.mine ? (
              <strong>{instant(slot.startsAt)}</strong>
            ) : (
              <Button
                disabled={pending || slot.taken}
                onClick={() => run({ step: 'book', version: process.version, slotId: slot.id })}
              >
                {instant(slot.startsAt)}
              </Button>
            )}
            <span className="small">
              {t('steps.slot', { minutes: slot.minutes, place: slot.place })}
              {slot.taken && ` ${t('steps.taken')}`}
            </span>
            {slot.mine && <Status tone="good">{t('steps.mine')}</Status>}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** One step at a time. */
function useStep(onStep: TakeStep) {
  const { t } = useTranslation('ui')
  const { pending, error, attempt } = useAttempt()
  const take = (body: StepBody) => attempt(() => onStep(body).then(() => notify(t('form.saved'))))
  return { run: (body: StepBody) => void take(body), pending, error }
}
