import type { AssignBody, CaseFile, CaseTask, Duty, OfficerCasesQuery, TaskCounts, TasksQuery } from '@renshu/contracts'
import type { Task } from '@renshu/cases'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Ties, tiesOf } from '../../accounts/index.ts'
import { definitionOf } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import type { CasesPorts } from '../ports.ts'
import { requireCase } from '../running/on-duty.ts'
import { liveStory } from '../running/perform.ts'
import { concerns, taskWithBarred } from '../running/task.ts'
import { addDays, SOON_DAYS } from '../settings.ts'
import { holdCase, updateCase } from '../store/cases.ts'
import { dutiesAt, dutiesOf } from '../store/duties.ts'
import { countTasks, type Reach, type TaskCount, tasksPage } from '../store/lists.ts'
import { type CaseRow, type DutyRow, tables } from '../tables.ts'
import { lookAround, taskView } from '../views/card.ts'
import { caseFile } from '../views/file.ts'
import { placeOf } from '../views/values.ts'
import { asOfficer, listCases } from './read.ts'
import { dutyViews } from './duties.ts'

/** Roles and places of the caller's duties, none further than his own district. */
export async function reachOf(context: Context): Promise<Reach> {
  const { tx, city, actor } = context
  const own = actor.officer?.district ?? null
  const duties = await dutiesOf(tx, city, actor.personId!)
  return duties.map(({ role, district }) => ({ role, district: district ?? own }))
}

const daysOf = ({ now }: Context) => {
  const today = dayOf(now())
  return { today, soon: addDays(today, SOON_DAYS) }
}
const dueOf = (context: Context, kind: 'overdue' | 'soon' | undefined) => kind && { kind, ...daysOf(context) }

/** What waits for the caller's duties. @throws platform.badCursor */
export async function listTasks(
  context: Context,
  { service, stage, district, due, whose, objections, code, ...page }: z.output<typeof TasksQuery>,
): Promise<{ items: CaseTask[]; next: string | null; total: number }> {
  const reach = await reachOf(context)
  if (reach.length === 0) return { items: [], next: null, total: 0 }
  const assignee = { mine: context.actor.personId, unassigned: null, all: undefined }[whose]
  const filter = { reach, service, stage, district, due: dueOf(context, due), assignee, objections, code }
  const found = await tasksPage(context.tx, context.city, filter, page)
  const around = await lookAround(context, found.items, 'office')
  return { ...found, items: found.items.map((row) => taskView(context, row, around)) }
}

const NAMES = { zh: '', en: '' }

/** Sums of some of the counts, by what a key says of each. */
function grouped(
  rows: readonly TaskCount[],
  keyOf: (row: TaskCount) => string,
  nameOf: (row: TaskCount) => typeof NAMES,
) {
  const groups = new Map<string, TaskCounts['services'][number]>()
  for (const row of rows) {
    const key = keyOf(row)
    const before = groups.get(key)?.count ?? 0
    groups.set(key, { key, name: nameOf(row), count: before + row.all })
  }
  return [...groups.values()]
}

/** How much waits for the caller's duties. */
export async function countOwnTasks(context: Context): Promise<TaskCounts> {
  const { tx, city, actor } = context
  const reach = await reachOf(context)
  const rows =
    reach.length === 0 ? [] : await countTasks(tx, city, reach, { personId: actor.personId!, ...daysOf(context) })
  const prepared = new Map(
    await Promise.all(
      rows.map(async ({ service, version }) => [version, await definitionOf(context, service, version)] as const),
    ),
  )
  const titleOf = ({ version }: TaskCount) => prepared.get(version)!.service.title
  const stageOf = ({ version, stage }: TaskCount) => prepared.get(version)!.stages.get(stage)?.name ?? NAMES
  const sum = (key: 'mine' | 'unassigned' | 'all' | 'overdue' | 'soon' | 'objections') =>
    rows.reduce((total, row) => total + row[key], 0)
  return {
    mine: sum('mine'),
    unassigned: sum('unassigned'),
    all: sum('all'),
    overdue: sum('overdue'),
    soon: sum('soon'),
    objections: sum('objections'),
    services: grouped(rows, ({ service }) => service, titleOf),
    stages: grouped(rows, ({ service, stage }) => `${service}/${stage}`, stageOf),
    districts: grouped(
      rows,
      ({ place }) => place,
      ({ place }) => placeOf(place, context.cities.get(city)).name,
    ),
  }
}

/** Every case that the officer may see. @throws platform.badCursor */
export const listOfficerCases = (
  context: Context,
  { service, open, code, district, due, ...page }: z.output<typeof OfficerCasesQuery>,
) => listCases(context, { service, open, code, district, due: dueOf(context, due) }, page, 'office')

/** The task in which a held case stands. @throws cases.ended */
async function taskNow(context: Context, row: CaseRow): Promise<Task> {
  const { prepared, state } = await liveStory(context, row)
  const task = taskWithBarred(context, prepared, state)
  if (!task || row.waitsFor !== 'office') throw fail.ended()
  return task
}

const mayHave = (
  { roles, escalatedTo, place }: Task,
  { role, district }: Pick<DutyRow, 'role' | 'district'>,
): boolean => (roles.includes(role) || role === escalatedTo) && (district === null || district === place)

/** An officer of the place or of the whole city: a duty reaches no further, whenever it was given. */
const isAt = ({ officerOf }: Ties, { place }: Task): boolean => officerOf === null || officerOf === place

/** @throws cases.noDuty, cases.samePerson, cases.ownCase for who may not have the task */
async function requireFit(context: Context, row: CaseRow, task: Task, personId: string): Promise<void> {
  const duties = await dutiesOf(context.tx, context.city, personId)
  const ties = (await tiesOf(context, [personId]))(personId)
  if (!duties.some((duty) => mayHave(task, duty)) || !isAt(ties, task)) throw fail.noDuty()
  if (task.barred.includes(personId)) throw fail.samePerson()
  if (concerns(row, personId, ties)) throw fail.ownCase()
}

/**
 * Takes a task over, or hands it to somebody else of the duty. Who hands on has the duty himself or is an administrator.
 * @throws cases.noCase, cases.movedOn, cases.ended, cases.notYourRole, cases.noDuty, cases.samePerson, cases.ownCase
 */
export async function assign(
  ports: CasesPorts,
  context: Context,
  id: string,
  { personId, reason, expected }: z.output<typeof AssignBody>,
): Promise<CaseFile> {
  const { tx, city, newId, now, actor } = context
  await requireCase(context, id)
  const reach = await reachOf(context)
  const row = await context.asSystem(async () => {
    const held = (await holdCase(tx, city, id))!
    if (held.n !== expected) throw fail.movedOn()
    const task = await taskNow(context, held)
    const isOwn = reach.some((duty) => mayHave(task, duty))
    if (!isOwn && !(actor.officer?.administrator === true && personId !== null)) throw fail.notYourRole()
    const to = personId ?? actor.personId!
    await requireFit(context, held, task, to)
    const handover = { fromPersonId: held.assignee, toPersonId: to, byPersonId: actor.personId!, reason, madeAt: now() }
    await tables(tx)
      .insertInto('cases.handover')
      .values({ city, id: newId(), caseId: id, n: held.n, ...handover })
      .execute()
    await updateCase(tx, held, { assignee: to })
    return { ...held, assignee: to }
  })
  return caseFile(ports, context, row, await asOfficer(context))
}

/** Who else may have the task of a case, who has the fewest first. @throws cases.noCase */
export async function listColleagues(context: Context, id: string): Promise<{ items: Duty[] }> {
  const row = await requireCase(context, id)
  return context.asSystem(async () => {
    const { prepared, state } = await liveStory(context, row)
    const task = taskWithBarred(context, prepared, state)
    if (!task) return { items: [] }
    const roles = [...task.roles, ...(task.escalatedTo ? [task.escalatedTo] : [])]
    const staff = await dutiesAt(context.tx, context.city, roles, task.place)
    const tied = await tiesOf(
      context,
      staff.map(({ personId }) => personId),
    )
    const barred = new Set([...task.barred, row.assignee])
    const duties = staff.filter((duty) => {
      const ties = tied(duty.personId)
      return (
        mayHave(task, duty) && !barred.has(duty.personId) && isAt(ties, task) && !concerns(row, duty.personId, ties)
      )
    })
    const views = await dutyViews(context, duties)
    return { items: views.toSorted((a, b) => a.open - b.open) }
  })
}
