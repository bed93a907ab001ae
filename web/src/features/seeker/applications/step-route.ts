import { type Call, hiringRoutes, StepBody } from '@renshu/contracts'

/** A step as it is sent, before what is left out is filled in. */
export type GivenStep = NonNullable<Call<typeof hiringRoutes.myStep>['body']>
/** Sends a step and reads everything again, whether it was taken or somebody was faster. */
export type TakeStep = (body: GivenStep) => Promise<unknown>
type Body<S extends StepBody['step']> = Extract<(typeof StepBody.options)[number], { shape: { step: { value: S } } }>

/** The route of a step with the body of that step alone, so that a form knows its fields. */
export function stepRoute<const S extends StepBody['step']>(step: S) {
  const body = StepBody.options.find((each) => each.shape.step.value === step) as Body<S>
  return { ...hiringRoutes.myStep, body }
}
