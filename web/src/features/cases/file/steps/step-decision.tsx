import type { CaseChoice, CaseFile } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormState } from '../../../../ui/form/form.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { useCaseDesk } from '../case-desk.ts'
import { DecisionView } from '../decision-view.tsx'
import { useFieldTypes } from './given-fields.tsx'
import { bodyOfStep } from './step-values.ts'

/** What the policy says if the step was taken as the form stands: amount and conditions are bound to it. */
export function StepDecision({ file, choice }: { file: CaseFile; choice: CaseChoice }) {
  const { t } = useTranslation('cases')
  const { key, decide } = useCaseDesk()
  const { values } = useFormState()
  const { step, given, resolve } = bodyOfStep({ file, choice, types: useFieldTypes(file) }, values, '')
  const body = { step, ...(given && { given }), ...(resolve && { resolve }) }
  const whole = choice.needs.differences.every(({ key: fact }) => resolve?.[fact] !== undefined)
  const query = useQuery({
    queryKey: [...key, 'decision', file.id, file.n, JSON.stringify(body)],
    queryFn: () => decide!(file.id, body),
    enabled: decide !== undefined && whole,
  })
  if (!decide) return file.decided && <DecisionView of={file.decided} />
  if (!whole) return <p className="quiet">{t('decision.afterDifferences')}</p>
  return (
    <section aria-label={t('decision.title')} className="note">
      <Answer of={query}>{(decision) => <DecisionView of={decision} />}</Answer>
    </section>
  )
}
