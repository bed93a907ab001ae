import { act, type Command, isRefusal, type Scene } from '@renshu/cases'
import type { KnownRecords } from '../../../platform/records.ts'
import type { Decided } from '../../policy/index.ts'
import { fail, refused } from '../errors.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { tell } from '../notices/tell.ts'
import type { CaseRow } from '../tables.ts'
import { type Acting, placeOf } from './actor.ts'
import { decideOn, requireNothingGranted } from './decide.ts'
import { keepStep } from './keep.ts'
import { namesOf, readRecords, recordsBeside, subjectOf } from './records.ts'
import { sceneOf } from './scene.ts'
import { type Story, storyOf } from './story.ts'

export type Live = Story & { state: NonNullable<Story['state']> }

/** The case as its events tell it. @throws cases.ended where what was said is erased: nothing can follow from it */
export async function liveStory(desk: Desk, row: CaseRow): Promise<Live> {
  const { state, ...story } = await storyOf(desk, row)
  if (!state) throw fail.ended()
  return { ...story, state }
}

/** The scene of a step, with what records say. */
export function sceneFor(
  desk: Desk,
  { row, prepared, state }: Live,
  acting: Acting,
  step: string,
  known: KnownRecords,
): Scene {
  const role = prepared.steps.get(step)?.step.role ?? 'applicant'
  const actor = acting.at(placeOf(state.opening, role))
  return sceneOf(desk, row.id, actor, acting, recordsBeside(desk, known, prepared, state.facts))
}

/** What records say now of the applicant of a case. Scope `system`. */
export const knownOf = (ports: CasesPorts, desk: Desk, { prepared, row }: Live): Promise<KnownRecords> =>
  readRecords(ports, desk, prepared, subjectOf(row))

/** What the policy says where the step needs it; that it refuses the facts the engine will say itself. */
async function decidedFor(ports: CasesPorts, desk: Desk, live: Live, command: Command, scene: Scene) {
  if (!live.prepared.steps.get(command.step)?.step.grants) return undefined
  const decided = await decideOn(ports, desk, live, command, scene)
  return decided === undefined || isRefusal(decided) ? undefined : decided
}

/** What an officer stated himself he does not grant on: two people before any payment. @throws cases.statedFacts */
async function requireNotStated({ policies }: CasesPorts, desk: Desk, live: Live, { person }: Acting, step: string) {
  if (!live.prepared.steps.get(step)?.step.grants) return
  const staters = await policies.statersOf(desk, subjectOf(live.row), namesOf(live.prepared))
  if (staters.has(person)) throw fail.statedFacts()
}

/** A case after a command, with what was read for it and holds still: what shows the case need not read it again. */
export interface Performed {
  live: Live
  /** Unless something was reached, which may have changed what is known. */
  known?: KnownRecords
  decided?: Decided
}

/**
 * One command on a case whose row is held: all that follows from it stands in the same transaction, or nothing does.
 * Scope `system`.
 * @throws the failure of the engine's refusal; cases.ended, cases.statedFacts, cases.grantedElsewhere
 */
export async function perform(
  ports: CasesPorts,
  desk: Desk,
  live: Live,
  acting: Acting,
  command: Command,
): Promise<Performed> {
  const { row, prepared, state: before } = live
  await requireNotStated(ports, desk, live, acting, command.step)
  const known = await knownOf(ports, desk, live)
  const scene = sceneFor(desk, live, acting, command.step, known)
  const decided = await decidedFor(ports, desk, live, command, scene)
  const answer = act(prepared, before, command, decided ? { ...scene, decision: decided.decision } : scene)
  if ('repeated' in answer) return { live, known }
  if ('refusal' in answer) throw refused(answer.refusal, desk.language ?? 'zh')
  const { events, state } = answer
  const decisionId = decided && (await bind(ports, desk, row, decided, acting))
  const done = { prepared, before, events, state, ...(decisionId && { decisionId }) }
  const next = await keepStep(ports, desk, row, done)
  await tell(desk, next, done)
  const after = { ...live, row: next, events: [...live.events, ...events], state }
  const hasReached = events.some(({ body }) => (body.outcomes ?? []).length > 0)
  return { live: after, ...(!hasReached && { known, ...(decided && { decided }) }) }
}

/** Keeps the decision that the step is bound to. */
async function bind({ policies }: CasesPorts, desk: Desk, row: CaseRow, decided: Decided, { person }: Acting) {
  await requireNothingGranted(desk, row, decided)
  return policies.keepDecision(desk, {
    ...decided,
    subject: subjectOf(row),
    district: row.decision === 'city' ? null : row.decision,
    madeBy: 'case',
    personId: person,
  })
}
