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
import { isOfficerOf, mandatesTo, organisationsOf } from '../../accounts/index.ts'
import type { Desk } from '../ports.ts'
import { calendarOf } from '../settings.ts'
import { loads } from '../store/cases.ts'
import { dutiesAt } from '../store/duties.ts'
import type { CaseRow, DutyRow } from '../tables.ts'

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
async function candidatesFor(desk: Desk, duties: readonly DutyRow[]): Promise<Candidate[]> {
  const open = await loads(desk.tx, desk.city, [...new Set(duties.map(({ personId }) => personId))])
  const byPlace = new Map<string, { person: string; roles: Role[]; district?: string; open: number }>()
  for (const { personId: person, role, district } of duties) {
    const key = `${person} ${district ?? ''}`
    const before = byPlace.get(key) ?? {
      person,
      roles: [],
      ...(district !== null && { district }),
      open: open.get(person) ?? 0,
    }
    before.roles.push(role)
    byPlace.set(key, before)
  }
  return [...byPlace.values()]
}

/** 回避: the case is his own, that of somebody he acts for, or of an organisation of his. Scope `system`. */
export async function isConcerned(
  desk: Desk,
  row: Pick<CaseRow, 'personId' | 'organisationId' | 'concerned'>,
  officer: string,
): Promise<boolean> {
  const parties = new Set([row.personId, row.organisationId, ...row.concerned])
  if (parties.has(officer)) return true
  const mandates = await mandatesTo(desk, { personId: officer })
  const own = await organisationsOf(desk, officer)
  return [...own, ...mandates.flatMap((mandate) => [mandate.personId, mandate.organisationId])].some(
    (id) => id !== null && parties.has(id),
  )
}

/** Who gets a task: of those who may act, who has the fewest. Scope `system`. */
export async function chooseFor(
  desk: Desk,
  row: Pick<CaseRow, 'personId' | 'organisationId' | 'concerned'>,
  task: Task,
): Promise<string | null> {
  const roles = [...task.roles, ...(task.escalatedTo ? [task.escalatedTo] : [])]
  const duties = await dutiesAt(desk.tx, desk.city, roles, task.place)
  let candidates = await candidatesFor(desk, duties)
  for (;;) {
    const chosen = chooseOfficer(task, candidates)
    if (chosen === undefined) return null
    const district = candidates.find(({ person }) => person === chosen)?.district ?? null
    if ((await isOfficerOf(desk, chosen, district)) && !(await isConcerned(desk, row, chosen))) return chosen
    candidates = candidates.filter(({ person }) => person !== chosen)
  }
}

/** Who filled in the form at a counter keeps out of the case: it goes to nobody who could not take a step. */
const actedForApplicant = ({ taken }: State): string[] =>
  taken.flatMap(({ role, actor }) => (role === 'applicant' ? [actor] : []))

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
  const found = waits === 'office' ? taskOf(prepared, state, { today, calendar }) : undefined
  const task = found && { ...found, barred: [...found.barred, ...actedForApplicant(state)] }
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
