import { type Event, type Prepared, type State } from '@renshu/cases'
import { readValue } from '@renshu/policy'
import { dayOf } from '../../../platform/clock.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { insertCase, moveCase } from '../store/cases.ts'
import { insertionOf } from '../store/events.ts'
import type { CaseRow } from '../tables.ts'
import { moveNotice } from './notice.ts'
import { runOutcomes } from './outcomes.ts'
import { taskColumns } from './task.ts'

/** A command that was obeyed, and what it made of the case. */
export interface Done {
  prepared: Prepared
  /** None for a new case. */
  before: State | undefined
  events: readonly Event[]
  state: State
  /** Of the decision that was bound to the case by this command. */
  decisionId?: string | null
}

type Amount = Pick<CaseRow, 'fen' | 'months'>

/** What a policy gave: yuan as text, or months as a number. */
export function amountOf({ bound }: Pick<State, 'bound'>): Amount {
  const amount = bound?.amount
  if (typeof amount === 'number') return { fen: null, months: amount }
  if (typeof amount !== 'string') return { fen: null, months: null }
  return { fen: Number((readValue({ is: 'money' }, amount) as { n: bigint }).n), months: null }
}

/** What the events tell, as far as lists and filters need it. */
export const toldColumns = (prepared: Prepared, state: State) => ({
  stage: state.stage,
  ended: prepared.stages.get(state.stage)!.end ?? null,
  n: state.n,
  head: state.head,
  since: state.since,
  effective: state.opening.effective,
  decision: state.opening.decision,
  ...amountOf(state),
})

/** Who applied, and how the case is named. */
export type Founding = Pick<CaseRow, 'id' | 'code' | 'personId' | 'organisationId' | 'answersHash' | 'entitlementId'>

/** Keeps a new case with its events, and runs what it reached. Scope `system`. */
export async function keepNew(ports: CasesPorts, desk: Desk, founding: Founding, done: Done): Promise<CaseRow> {
  const { prepared, state } = done
  const { city, now } = desk
  const { mode, acceptance = null, concerned, round = null } = state.opening
  const row = {
    city,
    ...founding,
    service: prepared.service.key,
    version: prepared.version,
    concerned: concerned.flatMap(({ organisation, person }) => organisation ?? person ?? []),
    mode,
    acceptance,
    round,
    submittedAt: now(),
    submittedOn: dayOf(now()),
    changedAt: now(),
    decisionId: null,
    objections: 0,
    ...toldColumns(prepared, state),
  }
  const whole: CaseRow = { ...row, ...(await taskColumns(desk, prepared, state, row)) }
  await insertCase(desk.tx, whole, insertionOf(desk, done.events))
  await follow(ports, desk, whole, done)
  return whole
}

/** Keeps the events of a step, and runs what it reached. Scope `system`; the row is held. */
export async function keepStep(ports: CasesPorts, desk: Desk, row: CaseRow, done: Done): Promise<CaseRow> {
  const { prepared, state, decisionId } = done
  const changed = {
    ...toldColumns(prepared, state),
    decisionId: state.bound ? (decisionId ?? row.decisionId) : null,
    changedAt: desk.now(),
  }
  // An objection that was recorded is answered by what follows from it.
  const isRecorded = done.events.some(({ step }) => prepared.steps.get(step)!.step.word === 'object')
  const objections = isRecorded ? 0 : row.objections
  const next = { ...row, ...changed, objections }
  const task = await taskColumns(desk, prepared, state, { ...row, objections })
  await moveCase(desk.tx, row, { ...changed, objections, ...task }, insertionOf(desk, done.events))
  const whole = { ...next, ...task }
  await follow(ports, desk, whole, done)
  return whole
}

async function follow(ports: CasesPorts, desk: Desk, row: CaseRow, done: Done): Promise<void> {
  const { prepared, events } = done
  await runOutcomes(ports, desk, row, done)
  await moveNotice(desk, row, done)
  for (const { n, step: id, at, body } of events) {
    const { step } = prepared.steps.get(id)!
    const taken = {
      caseId: row.id,
      n,
      step: id,
      word: step.word,
      stage: body.to,
      refuses: step.refuses === true,
      grants: step.grants === true,
      outcomes: (body.outcomes ?? []).map(({ kind }) => kind),
      at: new Date(at),
    }
    for (const after of ports.afterStep) await after(desk, taken)
  }
}
