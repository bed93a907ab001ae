import { hiringRoutes, type ProcessFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../../app/clock.ts'
import { Card } from '../../../../ui/card.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { dayOf } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { useOrganisationId } from '../../queries.ts'
import { hiring, useHiringChanged } from '../queries.ts'

const ANSWERS = ['working', 'left', 'unknown'] as const

/** Follow-ups that are due for somebody the agency keeps; of whom else they are not told here. */
export function KeptFollowUps({ process: { placement, talent } }: { process: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const today = dayOf(now())
  const due = placement?.followUps.filter(({ answer, dueOn }) => answer === null && dueOn <= today) ?? []
  if (!due.length) return null
  return (
    <Card title={t('followUp.title', { name: talent.name })}>
      <div className="stack">
        <p className="quiet">{t('followUp.lead')}</p>
        {due.map(({ id, days }) => (
          <OneFollowUp key={id} followUpId={id} days={days} />
        ))}
      </div>
    </Card>
  )
}

function OneFollowUp({ followUpId, days }: { followUpId: string; days: number }) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId(), followUpId }
  const changed = useHiringChanged()
  const form = useForm({
    route: hiringRoutes.keptFollowUp,
    initial: { answer: '', note: '' },
    draft: `followUp.${followUpId}`,
    send: async (body) => {
      await hiring.keptFollowUp({ params, body })
      notify(t('followUp.done'))
      await changed()
    },
  })
  return (
    <Form form={form} action={t('followUp.action')}>
      <h3>{t('placement.followUp', { days })}</h3>
      <ChoiceField
        name="answer"
        label={t('followUp.answer')}
        choices={ANSWERS.map((value) => ({ value, label: t(`placement.${value}`) }))}
      />
      <LongTextField name="note" label={t('followUp.note')} hint={t('followUp.noteHint')} rows={2} />
    </Form>
  )
}
