import { type CaseChoice, type CaseFile, casesFailures, ProblemError } from '@renshu/contracts'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../../app/new-id.ts'
import { nameIn } from '../../../../i18n/name-in.ts'
import { CheckField } from '../../../../ui/form/fields/check-field.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useFreeForm } from '../../../../ui/form/use-free-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { useCaseDesk } from '../case-desk.ts'
import { Differences } from './differences.tsx'
import { GivenFields, useFieldTypes } from './given-fields.tsx'
import { StepDecision } from './step-decision.tsx'
import { StepPapers } from './step-papers.tsx'
import { bodyOfStep, CHECKED, problemsOfStep, valuesOfStep } from './step-values.ts'
import { useCaseChanged } from '../use-case.ts'

interface StepFormProps {
  file: CaseFile
  choice: CaseChoice
  onDone: () => void
}

const MOVED = new Set<string>([
  casesFailures.movedOn.code,
  casesFailures.staleFacts.code,
  casesFailures.factsDiffer.code,
])

/** A step with what it needs: fields, papers, changed facts, the policy's decision, a reason, words. */
export function StepForm({ file, choice, onDone }: StepFormProps) {
  const { t } = useTranslation(['cases', 'ui'])
  const form = useStep({ file, choice, onDone })
  const { needs } = choice
  return (
    <Form form={form} action={nameIn(choice.name)} danger={choice.refuses}>
      <p className="quiet">{t('steps.leads', { stage: nameIn(choice.to) })}</p>
      {choice.onBehalf && <p className="note">{t('steps.onBehalfText')}</p>}
      <GivenFields file={file} keys={needs.fields} />
      {needs.papers.length > 0 && <StepPapers file={file} papers={needs.papers} />}
      <Differences of={needs.differences} />
      {needs.decision && <StepDecision file={file} choice={choice} />}
      {needs.proposed && <p className="note">{t('steps.proposed')}</p>}
      {needs.reasons.length > 0 && (
        <ChoiceField
          name="reason"
          label={t('steps.reason')}
          choices={needs.reasons.map(({ id, text }) => ({ value: id, label: nameIn(text) }))}
        />
      )}
      {(needs.words || needs.reasons.length > 0) && (
        <LongTextField name="words" label={t('steps.words')} hint={t('steps.wordsHint')} />
      )}
      {choice.onBehalf && <CheckField name={CHECKED} label={t('steps.cardChecked')} />}
    </Form>
  )
}

/** Sent with what the caller saw: where somebody else was faster the case is read again and what was typed stays. */
function useStep({ file, choice, onDone }: StepFormProps) {
  const { t } = useTranslation(['cases', 'ui'])
  const desk = useCaseDesk()
  const changed = useCaseChanged()
  // The same command sent twice is obeyed once.
  const command = useRef(newId())
  const { needs } = choice
  const types = useFieldTypes(file)
  return useFreeForm({
    initial: {
      ...valuesOfStep(file, choice, desk.side),
      reason: needs.proposed?.reason ?? '',
      words: needs.proposed?.words ?? '',
    },
    draft: `step.${file.id}.${choice.step}`,
    optional: (name) => name === 'words' && !needs.words,
    check: (values) =>
      problemsOfStep(choice, values, { required: t('ui:form.required'), choose: t('steps.chooseOne') }),
    send: async (values) => {
      try {
        const next = await desk.step(file.id, bodyOfStep({ file, choice, types }, values, command.current))
        await changed(next)
        notify(t('steps.done', { step: nameIn(choice.name) }))
        onDone()
      } catch (error) {
        command.current = newId()
        if (error instanceof ProblemError && MOVED.has(error.problem.code)) await changed()
        throw error
      }
    },
  })
}
