import { moveClocks } from '../clocks/clocks.ts'
import type { Prepared } from '../definition/prepare.ts'
import type { Step } from '../definition/service.ts'
import { isAnew } from '../definition/words.ts'
import type { Event, Facts, Given, State } from './state.ts'

export const valuesOf = (facts: Facts): Given =>
  Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]))

/** The state after one more event. */
export function apply(prepared: Prepared, state: State | undefined, event: Event): State {
  const { body, n, step: id } = event
  const { step, stage } = prepared.steps.get(id)!
  const opening = state?.opening ?? body.opening!
  const movedAnew = isAnew(step.word)
  const bound = movedAnew || stepsBack(prepared, id) ? undefined : (body.bound ?? state?.bound)
  const taken = {
    n,
    step: id,
    stage: stage.id,
    actor: event.actor,
    command: event.command,
    role: body.role,
    on: body.on,
    given: valuesOf(body.facts ?? {}),
  }
  return {
    case: event.case,
    version: prepared.version,
    n,
    head: event.hash,
    stage: body.to,
    since: state && state.stage === body.to ? state.since : body.on,
    opening,
    facts: { ...state?.facts, ...body.facts },
    papers: { ...state?.papers, ...body.papers },
    anew: movedAnew ? n : (state?.anew ?? n),
    ...(bound && { bound }),
    taken: [...(state?.taken ?? []), taken],
    clocks: moveClocks(prepared, state?.clocks ?? {}, state?.stage ?? prepared.first.id, body.to, body.on),
    outcomes: body.outcomes ? [...(state?.outcomes ?? []), ...body.outcomes] : (state?.outcomes ?? []),
  }
}

/** Sends the case back to who judges first: nothing is bound any more. */
const stepsBack = ({ steps, stages }: Prepared, id: string): boolean => {
  const { step, stage } = steps.get(id)!
  if (step.grants || step.refuses || step.word !== 'approve') return false
  const target = stages.get(step.to)
  const isFirstJudge = ({ grants, notSameAs = [] }: Step) =>
    grants && !notSameAs.some((one) => steps.get(one)?.step.grants)
  return target !== stage && (target?.steps ?? []).some(isFirstJudge)
}

/** The state all events tell; a state kept elsewhere is a cache of this. */
export function fold(prepared: Prepared, events: readonly Event[]): State | undefined {
  let state: State | undefined
  for (const event of events) state = apply(prepared, state, event)
  return state
}
