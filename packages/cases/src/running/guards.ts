import { currentClock } from '../clocks/clocks.ts'
import { holds, type Prepared } from '../definition/prepare.ts'
import type { Service, Step } from '../definition/service.ts'
import { valuesOf } from './fold.ts'
import { type Refusal, refuse } from './refusals.ts'
import { confirms } from './judging.ts'
import type { Command, Scene } from './scene.ts'
import type { Papers, State, Facts } from './state.ts'

type Guard = (prepared: Prepared, state: State, step: Step, scene: Scene) => Refusal | undefined

const isDue: Guard = (prepared, state, { role, on = 'due' }, { today, calendar }) =>
  role === 'clock' && on === 'due' && !currentClock(prepared, state, today, calendar)?.isOverdue
    ? refuse('notDue')
    : undefined

const conditionHolds: Guard = (prepared, state, { when }, { today }) =>
  holds(prepared, when, valuesOf(state.facts), today) === true ? undefined : refuse('notNow')

const haveSpoken: Guard = (_, state, { needs }) => {
  if (!needs) return undefined
  const spoken = state.taken.filter(({ step, n }) => step === needs.step && n > state.anew)
  if (new Set(spoken.map(({ actor }) => actor)).size < needs.people) return refuse('tooFew')
  const { field, mean } = needs
  if (field === undefined || mean === undefined) return undefined
  const sum = spoken.reduce((total, { given }) => total + Number(given[field] ?? 0), 0)
  return sum < mean * spoken.length ? refuse('meanTooLow') : undefined
}

/** The definition is checked for it on every path; a payment looks once more at who really acted. */
const fourEyes: Guard = (prepared, state, { word }) => {
  if (word !== 'pay') return undefined
  const stepOf = (id: string) => prepared.steps.get(id)!.step
  const granting = state.taken.filter(({ step, n }) => n > state.anew && stepOf(step).grants)
  const judges = granting.slice(
    Math.max(
      0,
      granting.findLastIndex(({ step }) => !confirms(prepared, stepOf(step))),
    ),
  )
  return new Set(judges.map(({ actor }) => actor)).size >= 2 ? undefined : refuse('fourEyes')
}

const isFirstTime: Guard = (_, state, { outcomes = [] }) =>
  outcomes.some((id) => state.outcomes.some(({ key }) => key === `${state.case}/${id}`))
    ? refuse('alreadyDone')
    : undefined

const GUARDS = [conditionHolds, isDue, haveSpoken, fourEyes, isFirstTime]

/** What stands in the way of a step, whoever takes it and whatever he says. */
export const blockOf: Guard = (prepared, state, step, scene) => {
  for (const guard of GUARDS) {
    const refusal = guard(prepared, state, step, scene)
    if (refusal) return refusal
  }
  return undefined
}

export function checkReason(step: Step, { reason }: Command, { reasons = [] }: Service): Refusal | undefined {
  if (step.refuses && !reasons.some(({ id }) => id === reason?.id)) return refuse('reasonNeeded')
  return step.explains && !reason?.words?.trim() ? refuse('wordsNeeded') : undefined
}

/** Every paper that is needed, by file, by promise where one may stand in, or by a record. */
export function gatherPapers(
  prepared: Prepared,
  facts: Facts,
  before: Papers,
  { papers = {} }: Command,
  { records, today }: Scene,
): Papers | Refusal {
  const given: Record<string, Papers[string]> = {}
  const missing: string[] = []
  for (const { id, when, promise, record } of prepared.service.papers ?? []) {
    if (holds(prepared, when, valuesOf(facts), today) === false) continue
    const paper = papers[id] ?? before[id]
    const held = record === undefined ? undefined : records[record]?.value
    if (held !== undefined && held !== null && held !== false) given[id] = { record: record! }
    else if (paper && ('file' in paper || ('promised' in paper && promise))) given[id] = paper
    else missing.push(id)
  }
  return missing.length > 0 ? refuse('papersMissing', { papers: missing }) : given
}
