import { holds, type Prepared } from '../definition/prepare.ts'
import type { Step } from '../definition/service.ts'
import { isDeciding } from '../definition/words.ts'
import { differences, fill, gather, hashOfFacts, isSameValue, resolve } from './facts.ts'
import { valuesOf } from './fold.ts'
import { isRefusal, type Refusal, refuse } from './refusals.ts'
import type { Command, Scene } from './scene.ts'
import type { Bound, Facts, Given, Opening, State } from './state.ts'

type Judged = { facts: Facts; bound?: Bound }

/** What a step does to the facts, and what a granting one is bound to. */
export function judgeFacts(
  prepared: Prepared,
  state: State | undefined,
  step: Step,
  command: Command,
  scene: Scene,
): Judged | Refusal {
  if (step.word === 'submit' && step.role === 'applicant') return submitted(prepared, state, command, scene)
  if (!state) return begun(prepared, step, command.given ?? {}, scene)
  const own = fill(prepared, step.fills ?? [], command.given ?? {}, scene.today)
  if (isRefusal(own)) return own
  if (!isDeciding(step.word)) return { facts: own as Facts }
  const resolved = resolve(state.facts, differences(prepared, state.facts, scene.records), command.resolve)
  if (isRefusal(resolved)) return resolved
  if (command.seen !== hashOfFacts(state.facts, scene.hash)) return refuse('staleFacts')
  const facts = { ...resolved, ...own } as Facts
  return step.grants ? granted(prepared, state, step, facts, scene) : { facts }
}

function submitted(
  prepared: Prepared,
  state: State | undefined,
  { given = {} }: Command,
  scene: Scene,
): Judged | Refusal {
  const isMissing = scene.decision?.outcome === 'unknown' ? scene.decision.missing : []
  const facts = gather(prepared, given, state?.facts ?? {}, scene.records, scene.today, isMissing)
  return isRefusal(facts) ? facts : { facts: facts as Facts }
}

/** Begun by an officer: what records know of the person comes with it, the rest he answers. */
function begun(prepared: Prepared, { fills = [] }: Step, given: Given, { records, today }: Scene): Judged | Refusal {
  const isOwn = ([key]: [string, unknown]) => fills.includes(key)
  const answers = Object.entries(given)
  const own = fill(prepared, fills, Object.fromEntries(answers.filter(isOwn)), today)
  if (isRefusal(own)) return own
  const rest = Object.fromEntries(answers.filter((answer) => !isOwn(answer)))
  const held = gather(prepared, rest, {}, records, today, [])
  return isRefusal(held) ? held : { facts: { ...(held as Facts), ...(own as Facts) } }
}

function granted(
  prepared: Prepared,
  state: State,
  step: Step,
  changed: Facts,
  { decision, today, hash }: Scene,
): Judged | Refusal {
  const facts = { ...state.facts, ...changed }
  const { policy } = prepared.service
  if (policy) {
    const asked = policyFacts(prepared, facts)
    const isOurs =
      decision?.policy === policy.key &&
      decision.effective === state.opening.effective &&
      decision.known === today &&
      prepared.asked.every((key) => isSameValue(decision.facts[key] ?? null, asked[key] ?? null))
    if (!isOurs) return refuse('otherDecision')
    if (decision.outcome === 'unknown') return refuse('undecided', { missing: decision.missing })
    if (decision.outcome !== 'granted' || !decision.amount) return refuse('notEntitled')
  }
  const bound: Bound = { facts: hashOfFacts(facts, hash), ...(policy && { amount: decision!.amount!.value }) }
  if (!confirms(prepared, step)) return { facts: changed, bound }
  const isAsReviewed =
    state.bound?.facts === bound.facts && isSameValue(state.bound.amount ?? null, bound.amount ?? null)
  return isAsReviewed ? { facts: changed, bound } : refuse('reviewAgain')
}

/** Confirms what somebody else has granted before. */
export const confirms = ({ steps }: Prepared, { grants, notSameAs = [] }: Step): boolean =>
  !!grants && notSameAs.some((id) => steps.get(id)?.step.grants)

const policyFacts = ({ asked }: Prepared, facts: Facts): Given =>
  Object.fromEntries(asked.flatMap((key) => (facts[key] ? [[key, facts[key].value]] : [])))

/**
 * The facts on which the policy must decide before a command is tried, or why it cannot be.
 * @returns facts as `decide` takes them, with the day whose policy counts
 */
export function factsFor(
  prepared: Prepared,
  state: State,
  command: Command,
  scene: Scene,
): { facts: Given; effective: string } | Refusal {
  const resolved = resolve(state.facts, differences(prepared, state.facts, scene.records), command.resolve)
  if (isRefusal(resolved)) return resolved
  const filledIn = fill(prepared, prepared.steps.get(command.step)?.step.fills ?? [], command.given ?? {}, scene.today)
  if (isRefusal(filledIn)) return filledIn
  const facts = { ...state.facts, ...resolved, ...filledIn } as Facts
  return { facts: policyFacts(prepared, facts), effective: state.opening.effective }
}

/** District that decides: the first line of the route that holds. */
export function placeOfDecision(
  prepared: Prepared,
  facts: Facts,
  acceptance: string | undefined,
  today: string,
): string | undefined {
  const values = valuesOf(facts)
  const line = prepared.service.route.find(({ when }) => when === undefined || holdsTrue(prepared, when, values, today))
  if (!line || line.to === 'city') return line?.to
  if (line.to === 'acceptance') return acceptance
  const place = values[line.to]
  return typeof place === 'string' ? place : undefined
}

const holdsTrue = (prepared: Prepared, when: string, values: Given, today: string) =>
  holds(prepared, when, values, today) === true

/** The day whose policy counts: a field of the case, or the day of submission. */
export function effectiveDay({ service }: Prepared, facts: Facts, today: string): Opening['effective'] {
  const field = service.policy?.effective
  const named = field === undefined ? undefined : facts[field]?.value
  return typeof named === 'string' ? named : today
}
