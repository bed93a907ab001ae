import { hiringRoutes, type ProcessFile, type Route, StepBody } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { type FormState, useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { isStale } from '../../../../ui/state/stale-note.tsx'
import { useOrganisationId } from '../../queries.ts'
import { hiring, useHiringChanged } from '../queries.ts'

/** Steps of an employer that are filled in before they are taken. */
export type OwnStep = Extract<StepBody['step'], 'talk' | 'propose' | 'offer' | 'refuse' | 'confirm' | 'dispute'>

/** The route with the one body that belongs to the step, so that the form can check its fields. */
const routeOf = (step: OwnStep): Route => ({
  ...hiringRoutes.step,
  body: StepBody.options.find(({ shape }) => shape.step.value === step)!,
})

/** The form of one step; where somebody else took one meanwhile, the process is read again. */
export function useStepForm(
  { id: processId, version }: ProcessFile,
  step: OwnStep,
  initial: Record<string, unknown>,
  onDone: () => void,
): FormState {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId(), processId }
  const changed = useHiringChanged()
  return useForm({
    route: routeOf(step),
    initial,
    given: { step, version },
    draft: `step.${processId}.${step}`,
    send: async (body) => {
      await hiring.step({ params, body: body as StepBody }).catch(async (error: unknown) => {
        if (isStale(error)) await changed()
        throw error
      })
      await changed()
      notify(t('steps.done'))
      onDone()
    },
  })
}
