import type { Text } from '@renshu/policy'
import { type ClockReading, currentClock } from '../clocks/clocks.ts'
import { holds, type Prepared } from '../definition/prepare.ts'
import type { Step } from '../definition/service.ts'
import { isDeciding, type Role, type Word } from '../definition/words.ts'
import { differences, hashOfFacts } from './facts.ts'
import { valuesOf } from './fold.ts'
import { blockOf } from './guards.ts'
import { type Difference, isRefusal, type Refusal } from './refusals.ts'
import { CLOCK, type Scene } from './scene.ts'
import type { State } from './state.ts'
import { isBarred, mayTake } from './who.ts'

/** A step somebody may take now, and what it asks of him: a button and its form. */
export type Choice = {
  step: string
  word: Word
  name: Text
  /** Why it cannot be taken yet, though it is his to take. */
  blocked?: Refusal
  needs: {
    /** Ids of the reasons of which one must be chosen. */
    reasons?: readonly string[]
    words?: true
    /** Keys of fields to answer. */
    fields?: readonly string[]
    papers?: readonly string[]
    /** Facts to be taken or kept. */
    differences?: readonly Difference[]
    /** Hash of the facts shown, to be sent back. */
    seen?: string
    decision?: true
  }
}

/** What may be done next by whom the scene names. */
export function choicesOf(prepared: Prepared, state: State, scene: Scene): Choice[] {
  const steps = prepared.stages.get(state.stage)!.steps ?? []
  return steps.flatMap((step) => {
    const who = mayTake(prepared, state, state.opening, step, scene)
    if (isRefusal(who) && !['samePerson', 'alreadySpoken'].includes(who.code)) return []
    const blocked = isRefusal(who) ? who : blockOf(prepared, state, step, scene)
    if (blocked?.code === 'notNow' || step.role === 'clock') return []
    const { id, word, name } = step
    return [{ step: id, word, name, ...(blocked && { blocked }), needs: needsOf(prepared, state, step, scene) }]
  })
}

function needsOf(prepared: Prepared, state: State, step: Step, { records, hash, today }: Scene): Choice['needs'] {
  const { service } = prepared
  const isSubmission = step.word === 'submit' && step.role === 'applicant'
  const found = isDeciding(step.word) ? differences(prepared, state.facts, records) : []
  const asked = isSubmission ? askedOf(prepared, state, today) : (step.fills ?? [])
  return {
    ...(step.refuses && { reasons: (service.reasons ?? []).map(({ id }) => id) }),
    ...(step.explains && { words: true as const }),
    ...(asked.length > 0 && { fields: asked }),
    ...(isSubmission && service.papers && { papers: service.papers.map(({ id }) => id) }),
    ...(found.length > 0 && { differences: found }),
    ...(isDeciding(step.word) && { seen: hashOfFacts(state.facts, hash) }),
    ...(step.grants && service.policy && { decision: true as const }),
  }
}

/** The fields an applicant may answer: none that a record has answered. */
const askedOf = (prepared: Prepared, state: State, today: string): string[] =>
  prepared.service.fields
    .filter(({ by, when, key }) => {
      const isHis = by !== 'officer' && state.facts[key]?.source !== 'record'
      return isHis && holds(prepared, when, valuesOf(state.facts), today) !== false
    })
    .map(({ key }) => key)

/** What waits to be done, by which roles, where, and until when. */
export type Task = {
  stage: string
  roles: readonly Role[]
  /** The role it was escalated to once its clock had run out. */
  escalatedTo?: Role
  place: string
  clock?: ClockReading
  /** Who may take none of its steps. */
  barred: readonly string[]
}

/** The task in which a case stands; undefined when nothing is left to do for an officer. */
export function taskOf(
  prepared: Prepared,
  state: State,
  { today, calendar }: Pick<Scene, 'today' | 'calendar'>,
): Task | undefined {
  const stage = prepared.stages.get(state.stage)!
  const steps = (stage.steps ?? []).filter(({ role }) => role !== 'applicant' && role !== 'clock')
  if (stage.end || steps.length === 0) return undefined
  const roles = [...new Set(steps.map(({ role }) => role))]
  const { acceptance, decision } = state.opening
  const clock = currentClock(prepared, state, today, calendar)
  const next = clock?.isOverdue ? clock.clock.escalateTo : undefined
  const people = [...new Set(state.taken.map(({ actor }) => actor))]
  return {
    stage: state.stage,
    roles,
    ...(next && { escalatedTo: next }),
    place: roles.every((role) => role === 'counter') ? (acceptance ?? decision) : decision,
    ...(clock && { clock }),
    barred: people.filter((person) => steps.every((step) => isBarred(state, step, { person }) !== undefined)),
  }
}

/** An officer to whom tasks may go. */
export type Candidate = { person: string; roles: readonly Role[]; district?: string; open: number }

/** Who gets a task: of those whose role and district it is, who has the fewest open ones; of equals the first by id. */
export function chooseOfficer(
  { roles, escalatedTo, place, barred }: Task,
  candidates: readonly Candidate[],
): string | undefined {
  const wanted = escalatedTo ? [escalatedTo] : roles
  return candidates
    .filter(({ person, district, roles: his }) => {
      const isHis = wanted.some((role) => his.includes(role)) && (district === undefined || district === place)
      return isHis && !barred.includes(person)
    })
    .toSorted((a, b) => a.open - b.open || (a.person < b.person ? -1 : 1))[0]?.person
}

/** The steps that are due to take themselves: what a nightly run sends as the clock. */
export const dueSteps = (prepared: Prepared, state: State, scene: Scene): string[] =>
  (prepared.stages.get(state.stage)!.steps ?? [])
    .filter((step) => step.role === 'clock' && !blockOf(prepared, state, step, { ...scene, actor: CLOCK }))
    .map(({ id }) => id)
