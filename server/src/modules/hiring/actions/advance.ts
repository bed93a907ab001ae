import type { Step } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Language } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { giveBackOpening, takeOpening } from '../../jobs/index.ts'
import { append, type NewEntry } from '../../ledger/index.ts'
import type { Desk } from '../desk.ts'
import { fail } from '../errors.ts'
import { tellOfStep } from '../notices/of-step.ts'
import { STAGE_WORDS, STEP_WORDS } from '../notices/words.ts'
import {
  addDays,
  afterMessage,
  type Clock,
  clockOf,
  isOpen,
  type Move,
  type State,
  take,
  type Who,
} from '../rules/index.ts'
import { followUpDays, limitsOn, workingDaysAfter } from '../settings.ts'
import { insertEvent, insertFollowUps, releaseSlots } from '../store/details.ts'
import { updateProcess } from '../store/processes.ts'
import { columnsOf, partiesOf, stateOf } from '../store/rows.ts'
import type { ProcessRow, Reason } from '../tables.ts'

/** A step with everything its event keeps. */
export interface Stepping {
  who: Who
  move: Move
  reason?: Reason
  note?: string
  /** What else the event keeps: ids of documents or of a time. */
  kept?: Record<string, unknown>
  /** Days the clock counts from besides today. */
  interviewOn?: string
  lastSlotOn?: string
}

export const notNow = (row: Pick<ProcessRow, 'stage'>, step: Move['step'], language: Language) =>
  fail.notNow({ step: STEP_WORDS[step][language], stage: STAGE_WORDS[row.stage][language] })

/** Steps after which the process waits as it did before. */
const STILL: ReadonlySet<Move['step']> = new Set(['share', 'confirm', 'dispute', 'remind', 'move'])

const clockNow = (desk: Desk, state: State, { interviewOn = '', lastSlotOn = '' }: Partial<Stepping> = {}): Clock => {
  const today = dayOf(desk.now())
  const since = { today, interviewOn: interviewOn || null, lastSlotOn: lastSlotOn || null }
  return clockOf(state, since, limitsOn(desk, today), (day, count) => workingDaysAfter(desk, day, count))
}

/** The clock at the first event. */
export const firstClock = (desk: Desk, state: State) => {
  const clock = clockNow(desk, state)
  return { ...clock, firstDueOn: clock.answerBy }
}

/** What a message of the employer does to the clock of a process that waits for it, null where it does not. */
export function answeredByMessage(desk: Desk, row: ProcessRow) {
  if (!isOpen(row) || row.waitsFor !== 'employer') return null
  const days = afterMessage(row, clockNow(desk, stateOf(row)))
  return { ...days, firstAnswerAt: row.firstAnswerAt ?? desk.now() }
}

type Timing = Partial<Pick<ProcessRow, keyof Clock | 'firstDueOn' | 'firstAnswerAt' | 'reminders'>>

/** What a step does to the clock, and to what is known of the employer's first answer. */
function clockAfter(desk: Desk, row: ProcessRow, state: State, stepping: Stepping): Timing {
  const { who, move } = stepping
  if (move.step === 'remind') return { remindOn: null, reminders: row.reminders + 1 }
  if (STILL.has(move.step) && isOpen(state)) return {}
  const clock = clockNow(desk, state, stepping)
  const answers = who === 'employer' && row.waitsFor === 'employer' && row.firstAnswerAt === null
  return {
    ...clock,
    firstDueOn: row.firstDueOn ?? clock.answerBy,
    ...(answers && { firstAnswerAt: desk.now() }),
  }
}

const actorOf = ({ actor }: Desk, who: Who): string | null =>
  who === 'system'
    ? null
    : who === 'talent'
      ? (actor?.forPersonId ?? actor?.personId ?? null)
      : (actor?.personId ?? null)

interface Kept extends Pick<Stepping, 'who' | 'reason' | 'note'> {
  step: Step
  data: Record<string, unknown>
}

/** The event that made the row's version. */
export async function keepEvent(desk: Desk, row: ProcessRow, { step, who, reason, note, data }: Kept): Promise<void> {
  await insertEvent(desk.tx, {
    ...partiesOf(row),
    id: desk.newId(),
    processId: row.id,
    seq: row.version,
    step,
    stage: row.stage,
    happenedAt: desk.now(),
    who,
    actorId: actorOf(desk, who),
    reason: reason ?? null,
    note: note ?? '',
    data: JSON.stringify(data),
  })
  const payload = { processId: row.id, organisationId: row.organisationId, step, stage: row.stage }
  await emit(desk.tx, { city: row.city, kind: 'hiring.stepped', payload, happenedAt: desk.now() })
}

/** What is counted: who began to work, once for each process, under its first day. */
const counted = (row: ProcessRow, kind: NewEntry['kind'], occurredOn: string): NewEntry => ({
  kind,
  occurredOn,
  sourceId: row.id,
  district: row.district,
  organisationId: row.employerId,
  // Of somebody without an account, the profile that an agency keeps.
  personId: row.personId ?? row.talentId,
  occupation: row.occupation,
  industry: row.industry,
})

/** Counts in the ledger, in the transaction that made it true. */
export async function count(desk: Desk, row: ProcessRow, kind: NewEntry['kind'], on: string): Promise<void> {
  await append(desk, counted(row, kind, on))
}

async function settlePlacement(desk: Desk, row: ProcessRow): Promise<void> {
  const startedOn = row.startedOn!
  await count(desk, row, 'hiring.placement', startedOn)
  const days = followUpDays(desk, dayOf(desk.now()))
  await insertFollowUps(
    desk.tx,
    days.map((after) => ({
      ...partiesOf(row),
      id: desk.newId(),
      processId: row.id,
      days: after,
      dueOn: addDays(startedOn, after),
      askedAt: null,
      answer: null,
      answeredBy: null,
      actorId: null,
      answeredAt: null,
    })),
  )
}

/** What a step means outside the process: openings, times, the ledger. */
async function settle(desk: Desk, before: ProcessRow, after: ProcessRow, reason: Reason | undefined): Promise<void> {
  const { tx, city } = desk
  const { jobId } = after
  if (after.stage === before.stage) return
  if (after.stage === 'accepted' && !(await desk.asSystem(() => takeOpening(tx, city, jobId)))) throw fail.full()
  if (before.stage === 'accepted' && after.stage !== 'placed')
    await desk.asSystem(() => giveBackOpening(tx, city, jobId))
  if (!isOpen(after) && after.stage !== 'placed') await releaseSlots(tx, after, true)
  if (after.stage === 'placed') await settlePlacement(desk, after)
  if (after.stage === 'lapsed' && reason === 'employerSilent')
    await count(desk, after, 'hiring.lapsed', dayOf(desk.now()))
}

/**
 * One step of a process that is held: decide, save, keep the event, settle what follows, tell the other side. One
 * transaction, the caller's.
 * @returns the process after it, undefined where the step is not somebody's to take now
 * @throws hiring.full
 */
export async function advance(desk: Desk, row: ProcessRow, stepping: Stepping): Promise<ProcessRow | undefined> {
  const { who, move } = stepping
  const now = desk.now()
  const state = take(stateOf(row), who, move, dayOf(now))
  if (!state) return undefined
  const columns = columnsOf(state, who, now, row)
  const changed = { ...columns, ...clockAfter(desk, row, state, stepping), changedAt: now }
  const after: ProcessRow = { ...row, ...changed, offer: state.offer, version: row.version + 1 }
  await updateProcess(desk.tx, row, changed)
  // Words stand in a column of their own: they go when their author is erased.
  const { step, note: _, ...brought } = { note: '', ...move }
  await keepEvent(desk, after, { ...stepping, step, data: { ...brought, ...stepping.kept } })
  await settle(desk, row, after, stepping.reason)
  await tellOfStep(desk, step, { before: row, after, who, reason: stepping.reason })
  return after
}
