import { type Process, WithdrawReason } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { type GivenStep, stepRoute, type TakeStep } from './step-route.ts'

interface EndProps {
  process: Process
  onStep: TakeStep
  close: () => void
}

/** Sends one step; whatever closes the dialog, the step says that it was taken. */
function useSend({ onStep, close }: EndProps) {
  const { t } = useTranslation('ui')
  return async (body: GivenStep) => {
    await onStep(body)
    notify(t('form.saved'))
    close()
  }
}

/** No, with a reason: it helps the employer, and what is recommended next. */
export function EndForm({ step, ...props }: EndProps & { step: 'decline' | 'withdraw' }) {
  const { t } = useTranslation(['seeker', 'work'])
  const send = useSend(props)
  const form = useForm({
    route: stepRoute(step),
    initial: { reason: '', note: '' },
    given: { step, version: props.process.version },
    send,
  })
  return (
    <Form form={form} action={t(`steps.${step}`)} danger>
      <p>{t('steps.endText')}</p>
      <ChoiceField
        name="reason"
        label={t('steps.reason')}
        choices={WithdrawReason.options.map((value) => ({ value, label: t(`work:withdrawal.${value}`) }))}
      />
      <LongTextField name="note" label={t('steps.note')} rows={2} />
    </Form>
  )
}

/** What the employer has said is not so: an officer looks into it. */
export function DisputeForm(props: EndProps) {
  const { t } = useTranslation('seeker')
  const send = useSend(props)
  const form = useForm({
    route: stepRoute('dispute'),
    initial: { note: '' },
    given: { step: 'dispute', version: props.process.version },
    send,
  })
  return (
    <Form form={form} action={t('steps.dispute')}>
      <p>{t('steps.disputeText')}</p>
      <LongTextField name="note" label={t('steps.note')} rows={3} />
    </Form>
  )
}
