import type { ProcessFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../../app/clock.ts'
import { Card } from '../../../../ui/card.tsx'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { dayOf } from '../../../../ui/format.ts'
import { EMPTY_SLOT } from './slots-field.tsx'
import { StepFields } from './step-fields.tsx'
import { type OwnStep, useStepForm } from './use-step-form.ts'

/** The first that is possible is the one primary action: one meets before one offers. */
const ORDER: readonly OwnStep[] = ['confirm', 'propose', 'offer', 'talk', 'dispute', 'refuse']
const AFTER_MEETING: readonly OwnStep[] = ['offer', ...ORDER.filter((step) => step !== 'offer')]

const initialOf = (step: OwnStep, process: ProcessFile): Record<string, unknown> => {
  switch (step) {
    case 'propose':
      return { slots: [EMPTY_SLOT] }
    case 'offer':
      return { pay: process.offer?.pay ?? null, startOn: '', answerBy: '', note: '' }
    case 'refuse':
      return { reason: '', note: '' }
    case 'confirm':
      return { startedOn: process.placement?.startedOn ?? process.offer?.startOn ?? dayOf(now()) }
    default:
      return { note: '' }
  }
}

/** What the organisation may do now, each with what it needs. */
export function Steps({ process }: { process: ProcessFile }) {
  const { t } = useTranslation(['hiring', 'work'])
  const order = process.slots.some(({ mine }) => mine) ? AFTER_MEETING : ORDER
  const possible = order.filter((step) => process.may.includes(step))
  return (
    <Card title={t('steps.title')}>
      {possible.length ? (
        <div className="row">
          {possible.map((step, at) => (
            <DialogButton
              key={step}
              action={t(`work:step.${step}`)}
              kind={step === 'refuse' ? 'danger' : at === 0 ? 'primary' : 'plain'}
            >
              {(close) => <OneStep process={process} step={step} onDone={close} />}
            </DialogButton>
          ))}
        </div>
      ) : (
        <p className="quiet">{t(process.job.held ? 'steps.noneHeld' : 'steps.none')}</p>
      )}
    </Card>
  )
}

function OneStep({ process, step, onDone }: { process: ProcessFile; step: OwnStep; onDone: () => void }) {
  const { t } = useTranslation(['hiring', 'work'])
  const form = useStepForm(process, step, initialOf(step, process), onDone)
  return (
    <Form form={form} action={t(`work:step.${step}`)} danger={step === 'refuse'} stale={<p>{t('steps.stale')}</p>}>
      <p className="quiet">{t(`steps.${step}`)}</p>
      <StepFields step={step} />
    </Form>
  )
}
