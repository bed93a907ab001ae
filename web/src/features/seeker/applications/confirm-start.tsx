import type { Process } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, dayOf } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { stepRoute, type TakeStep } from './step-route.ts'

/** Both sides say on which day the work began; the same day from both makes it a placement. */
export function ConfirmStart({ process, onStep }: { process: Process; onStep: TakeStep }) {
  const { t } = useTranslation('seeker')
  const { version, placement, offer } = process
  const said = placement?.confirmedByEmployer ? placement.startedOn : null
  const form = useForm({
    route: stepRoute('confirm'),
    initial: { startedOn: said ?? offer?.startOn ?? dayOf(now()) },
    given: { step: 'confirm', version },
    send: async (body) => {
      await onStep(body)
      notify(t('steps.confirmed'))
    },
  })
  if (placement?.confirmedByTalent)
    return <p className="note">{t('steps.waitsForEmployer', { day: day(placement.startedOn) })}</p>
  return (
    <Form form={form} action={t('steps.confirm')}>
      {said && <p>{t('steps.employerSays', { day: day(said) })}</p>}
      <TextField name="startedOn" label={t('process.startedOn')} type="date" max={dayOf(now())} />
    </Form>
  )
}
