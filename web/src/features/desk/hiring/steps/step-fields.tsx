import { RefusalReason } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../../app/clock.ts'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { NumberField } from '../../../../ui/form/fields/number-field.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { dayOf } from '../../../../ui/format.ts'
import { SlotsField } from './slots-field.tsx'
import type { OwnStep } from './use-step-form.ts'

const FEN_OF_YUAN = 100

/** What a step asks for. */
export function StepFields({ step }: { step: OwnStep }) {
  const { t } = useTranslation(['hiring', 'work'])
  const today = dayOf(now())
  switch (step) {
    case 'propose':
      return <SlotsField />
    case 'offer':
      return (
        <>
          <NumberField name="pay" label={t('offer.pay')} unit={t('posting.pay.unit')} scale={FEN_OF_YUAN} />
          <TextField name="startOn" label={t('offer.startOn')} type="date" min={today} />
          <TextField
            name="answerBy"
            label={t('offer.answerBy')}
            type="date"
            min={today}
            hint={t('offer.answerByHint')}
          />
          <LongTextField name="note" label={t('jobs.note')} />
        </>
      )
    case 'refuse':
      return (
        <>
          <ChoiceField
            name="reason"
            label={t('jobs.reason')}
            choices={RefusalReason.options.map((value) => ({ value, label: t(`work:refusal.${value}`) }))}
          />
          <LongTextField name="note" label={t('jobs.note')} hint={t('steps.refuseHint')} />
        </>
      )
    case 'confirm':
      return (
        <TextField
          name="startedOn"
          label={t('placement.startedOn')}
          type="date"
          max={today}
          hint={t('steps.confirmHint')}
        />
      )
    default:
      return <LongTextField name="note" label={t('jobs.note')} />
  }
}
