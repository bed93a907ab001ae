import { act, type Command, isRefusal, type Records, type Scene } from '@renshu/cases'
import type { Decided } from '../../policy/index.ts'
import { fail, refused } from '../errors.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { tell } from '../notices/tell.ts'
import type { CaseRow } from '../tables.ts'
import { type Acting, placeOf } from './actor.ts'
import { decideOn, requireNothingGranted } from './decide.ts'
import { keepStep } from './keep.ts'
import { namesOf, recordsFor, subjectOf } from './records.ts'
import { sceneOf } from './scene.ts'
import { type Story, storyOf } from './story.ts'

export type Live = Story & { state: NonNullable<Story['state']> }

/** The case as its events tell it. @throws cases.ended where what was said is erased: nothing can follow from it */
export async function liveStory(desk: Desk, row: CaseRow): Promise<Live> {
  const { state, ...story } = await storyOf(desk, row)
  if (!state) throw fail.ended()
  return { ...story, state }
}

/** The scene of a step, with what records say now. Scope `system`. */
export async function sceneFor(
  ports: CasesPorts,
  desk: Desk,
  { row, prepared, state }: Live,
  acting: Acting,
  step: string,
  read?: Records,
): Promise<Scene> {
  const role = prepared.steps.get(step)?.step.role ?? 'applicant'
  const actor = acting.at(placeOf(state.opening, role))
  const records = read ?? (await recordsFor(ports, desk, prepared, subjectOf(row), state.facts))
  return sceneOf(desk, row.id, actor, acting, records)
}

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

/**
 * One command on a case whose row is held: all that follows from it stands in the same transaction, or nothing does.
 * Scope `system`.
 * @throws the failure of the engine's refusal; cases.ended, cases.statedFacts, cases.grantedElsewhere
 */
export async function perform(
  ports: CasesPorts,
  desk: Desk,
  row: CaseRow,
  acting: Acting,
  given: Command | ((live: Live) => Command),
): Promise<CaseRow> {
  const live = await liveStory(desk, row)
  const command = typeof given === 'function' ? given(live) : given
  await requireNotStated(ports, desk, live, acting, command.step)
  const scene = await sceneFor(ports, desk, live, acting, command.step)
  const decided = await decidedFor(ports, desk, live, command, scene)
  const answer = act(live.prepared, live.state, command, decided ? { ...scene, decision: decided.decision } : scene)
  if ('repeated' in answer) return row
  if ('refusal' in answer) throw refused(answer.refusal, desk.language ?? 'zh')
  const { events, state } = answer
  const decisionId = decided && (await bind(ports, desk, row, decided, acting))
  const done = { prepared: live.prepared, before: live.state, events, state, ...(decisionId && { decisionId }) }
  const next = await keepStep(ports, desk, row, done)
  await tell(desk, next, done)
  return next
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
