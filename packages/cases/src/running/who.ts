import { currentClock } from '../clocks/clocks.ts'
import type { Prepared } from '../definition/prepare.ts'
import type { Step } from '../definition/service.ts'
import { type Refusal, refuse } from './refusals.ts'
import type { Actor, Mandate, Scene } from './scene.ts'
import type { Opening, Party, State } from './state.ts'

const isSame = (actor: Actor, { person, organisation }: Party): boolean =>
  (person !== undefined && person === actor.person) ||
  (organisation !== undefined && actor.organisations.includes(organisation))

const stands = ({ from, to }: Mandate, today: string): boolean => from <= today && (to === undefined || today <= to)

const isFor = ({ principal }: Mandate, { person, organisation }: Party): boolean =>
  (person !== undefined && principal.person === person) ||
  (organisation !== undefined && principal.organisation === organisation)

/** The mandate by which somebody acts for the applicant; undefined when he acts for himself. */
export function actsFor(applicant: Party, { actor, mandates, today }: Scene): { mandate?: string } | Refusal {
  const isApplicant =
    applicant.organisation === undefined
      ? applicant.person === actor.person
      : actor.organisations.includes(applicant.organisation)
  if (isApplicant) return {}
  const his = mandates.filter((one) => isSame(actor, one.agent) && isFor(one, applicant))
  const standing = his.find((one) => stands(one, today))
  if (standing) return { mandate: standing.id }
  return refuse(his.length > 0 ? 'noMandate' : 'notApplicant')
}

/** Whether he is met here by another record of his. */
const isBeside = ({ beside = [] }: Actor, id: string | undefined): boolean => id !== undefined && beside.includes(id)

/** 回避: he, his organisation or one he acts for is concerned, or he has acted for the applicant in this case. */
export function isOwnCase(opening: Opening, taken: State['taken'], { actor, mandates, today }: Scene): boolean {
  const parties = [opening.applicant, ...opening.concerned]
  return (
    parties.some((party) => isSame(actor, party) || isBeside(actor, party.person ?? party.organisation)) ||
    mandates.some(
      (one) => stands(one, today) && isSame(actor, one.agent) && parties.some((party) => isFor(one, party)),
    ) ||
    taken.some(
      ({ role, actor: person }) => role === 'applicant' && (person === actor.person || isBeside(actor, person)),
    )
  )
}

/** The role in which the actor takes a step: its own, or that to which it was escalated. */
export function roleFor(prepared: Prepared, state: State | undefined, step: Step, { actor, today, calendar }: Scene) {
  if (actor.roles.includes(step.role)) return step.role
  const clock = state && currentClock(prepared, state, today, calendar)
  const next = clock?.isOverdue ? clock.clock.escalateTo : undefined
  return next !== undefined && step.role !== 'clock' && actor.roles.includes(next) ? next : undefined
}

/** Where a step is taken: at the counter that took the case in, otherwise where it is decided. */
const placeOf = ({ acceptance, decision }: Opening, { role }: Step): string =>
  role === 'counter' ? (acceptance ?? decision) : decision

/** Who is barred from a step by what happened before. */
export function isBarred(
  state: State,
  { id, notSameAs = [], once }: Step,
  { person, beside = [] }: Pick<Actor, 'person' | 'beside'>,
): 'samePerson' | 'alreadySpoken' | undefined {
  const his = state.taken.filter(({ actor }) => actor === person || beside.includes(actor))
  if (his.some(({ step }) => notSameAs.includes(step))) return 'samePerson'
  return once && his.some(({ step, n }) => step === id && n > state.anew) ? 'alreadySpoken' : undefined
}

/** Whether the actor may take a step, and by which mandate. */
export function mayTake(
  prepared: Prepared,
  state: State | undefined,
  opening: Opening,
  step: Step,
  scene: Scene,
): { role: Step['role']; mandate?: string } | Refusal {
  if (step.role === 'clock') return scene.actor.roles.includes('clock') ? { role: 'clock' } : refuse('notYourRole')
  if (step.role === 'applicant') {
    const acting = actsFor(opening.applicant, scene)
    return 'code' in acting ? acting : { role: 'applicant', ...acting }
  }
  const role = roleFor(prepared, state, step, scene)
  if (role === undefined) return refuse('notYourRole')
  if (isOwnCase(opening, state?.taken ?? [], scene)) return refuse('ownCase')
  const { district } = scene.actor
  if (district !== undefined && district !== placeOf(opening, step)) return refuse('wrongDistrict')
  const barred = state && isBarred(state, step, scene.actor)
  return barred ? refuse(barred) : { role }
}
