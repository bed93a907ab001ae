import {
  type Candidate,
  chooseOfficer,
  currentClock,
  type Prepared,
  type Role,
  type State,
  type Task,
  taskOf,
} from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import { type Ties, tiesOf } from '../../accounts/index.ts'
import type { Desk } from '../ports.ts'
import { calendarOf } from '../settings.ts'
import { type Staff, staffAt } from '../store/duties.ts'
import type { CaseRow } from '../tables.ts'

export type TaskColumns = Pick<CaseRow, 'waitsFor' | 'roles' | 'escalatedTo' | 'place' | 'assignee' | 'dueOn'>

/** A stage in which a case lies before everybody's eyes, and waits for objections. */
export const isNotice = (prepared: Prepared, stage: string): boolean =>
  (prepared.stages.get(stage)?.steps ?? []).some(({ word }) => word === 'object')

/** Whom a case waits for. An objection can come from outside at any time; until one does, nobody has to act. */
function waitsFor(prepared: Prepared, state: State, objections: number): CaseRow['waitsFor'] {
  const { end, steps = [] } = prepared.stages.get(state.stage)!
  if (end) return 'nobody'
  const isOffice = ({ role, word }: { role: Role; word: string }) =>
    role !== 'applicant' && role !== 'clock' && (word !== 'object' || objections > 0)
  if (steps.some(isOffice)) return 'office'
  return steps.some(({ role }) => role === 'applicant') ? 'applicant' : 'clock'
}

/** Candidates by their duties: one for each district in which somebody has some. */
function candidatesOf(staff: readonly Staff[]): Candidate[] {
  const byPlace = new Map<string, { person: string; roles: Role[]; district?: string; open: number }>()
  for (const { personId: person, role, district, open } of staff) {
    const key = `${person} ${district ?? ''}`
    const before = byPlace.get(key) ?? { person, roles: [], ...(district !== null && { district }), open }
    before.roles.push(role)
    byPlace.set(key, before)
  }
  return [...byPlace.values()]
}

type Parties = Pick<CaseRow, 'personId' | 'organisationId' | 'concerned'>

/** 回避: the case is his own, that of somebody he acts for, or of an organisation of his, in whatever record of his. */
export function concerns(row: Parties, officer: string, { organisations, mandates, beside }: Ties): boolean {
  const own = [
    officer,
    ...organisations,
    ...beside,
    ...mandates.flatMap((mandate) => [mandate.personId, mandate.organisationId]),
  ]
  const parties = new Set([row.personId, row.organisationId, ...row.concerned])
  return own.some((id) => id !== null && parties.has(id))
}

/** Scope `system`. */
export const isConcerned = async (desk: Desk, row: Parties, officer: string): Promise<boolean> =>
  concerns(row, officer, (await tiesOf(desk, [officer]))(officer))

/** Who gets a task: of those who may act, who has the fewest. Scope `system`. */
export async function chooseFor(desk: Desk, row: Parties, task: Task): Promise<string | null> {
  const roles = [...task.roles, ...(task.escalatedTo ? [task.escalatedTo] : [])]
  const staff = await staffAt(desk.tx, desk.city, roles, task.place)
  const tied = await tiesOf(
    desk,
    staff.map(({ personId }) => personId),
  )
  let candidates = candidatesOf(staff)
  for (;;) {
    const chosen = chooseOfficer(task, candidates)
    if (chosen === undefined) return null
    const district = candidates.find(({ person }) => person === chosen)?.district ?? null
    const ties = tied(chosen)
    const isThere = ties.officerOf === null || (district !== null && ties.officerOf === district)
    if (isThere && !concerns(row, chosen, ties)) return chosen
    candidates = candidates.filter(({ person }) => person !== chosen)
  }
}

/** Who filled in the form at a counter keeps out of the case: it goes to nobody who could not take a step. */
const actedForApplicant = ({ taken }: State): string[] =>
  taken.flatMap(({ role, actor }) => (role === 'applicant' ? [actor] : []))

/** The task of a case, with all who keep out of it. */
export function taskWithBarred(desk: Desk, prepared: Prepared, state: State): Task | undefined {
  const found = taskOf(prepared, state, { today: dayOf(desk.now()), calendar: calendarOf(desk) })
  return found && { ...found, barred: [...found.barred, ...actedForApplicant(state)] }
}

/** The task as it stands: whom the case waits for, where, until when, and on whose desk. Scope `system`. */
export async function taskColumns(
  desk: Desk,
  prepared: Prepared,
  state: State,
  row: Pick<CaseRow, 'personId' | 'organisationId' | 'concerned' | 'objections'> &
    Partial<Pick<CaseRow, 'stage' | 'assignee' | 'escalatedTo'>>,
): Promise<TaskColumns> {
  const today = dayOf(desk.now())
  const calendar = calendarOf(desk)
  const waits = waitsFor(prepared, state, row.objections)
  const task = waits === 'office' ? taskWithBarred(desk, prepared, state) : undefined
  const dueOn = waits === 'nobody' ? null : (currentClock(prepared, state, today, calendar)?.due ?? null)
  const common = { waitsFor: waits, dueOn, place: task?.place ?? state.opening.decision }
  if (!task) return { ...common, roles: [], escalatedTo: null, assignee: null }
  const escalatedTo = task.escalatedTo ?? null
  const { assignee = null } = row
  const isTheSame = row.stage === state.stage && (row.escalatedTo ?? null) === escalatedTo
  const stays = assignee !== null && isTheSame && !task.barred.includes(assignee)
  return {
    ...common,
    roles: [...task.roles],
    escalatedTo,
    assignee: stays ? assignee : await chooseFor(desk, row, task),
  }
}
