import type { Duty, DutyBody } from '@renshu/contracts'
import { ROLES } from '@renshu/cases'
import { platformFailures } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { isOfficerOf, personNames } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { requireDistrict } from '../forms/drafts.ts'
import type { Desk } from '../ports.ts'
import { storyOf } from '../running/story.ts'
import { taskColumns } from '../running/task.ts'
import { assignedTo, loads, updateCase } from '../store/cases.ts'
import * as store from '../store/duties.ts'
import type { DutyRow } from '../tables.ts'
import { placeOf } from '../views/values.ts'

/** Duties with names and how much lies on each desk. Scope `system`. */
export async function dutyViews(context: Context, rows: readonly DutyRow[]): Promise<Duty[]> {
  const people = [...new Set(rows.map(({ personId }) => personId))]
  const names = await personNames(context, people)
  const open = await loads(context.tx, context.city, people)
  return rows.map(({ id, personId, role, district, since, endedAt }) => ({
    id,
    person: { id: personId, name: names.get(personId) ?? '' },
    role,
    roleName: ROLES[role],
    district: district === null ? null : placeOf(district, context.cities.get(context.city)),
    since,
    until: endedAt === null ? null : dayOf(endedAt),
    open: open.get(personId) ?? 0,
  }))
}

interface Wanted {
  ended: boolean
  role?: string | undefined
  district?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** All duties to an administrator, as far as his district goes; to others the own ones. @throws platform.badCursor */
export async function listDuties(
  context: Context,
  { district, limit, cursor, ...wanted }: Wanted,
): Promise<{ items: Duty[]; next: string | null; total: number }> {
  const { tx, city, actor } = context
  const own = actor.officer?.district ?? null
  const isAdministrator = actor.officer?.administrator === true
  // Of two districts at once nothing is.
  if (isAdministrator && own !== null && district !== undefined && district !== own)
    return { items: [], next: null, total: 0 }
  const filter = isAdministrator ? { district: own ?? district } : { district, personId: actor.personId! }
  return context.asSystem(async () => {
    const found = await store.dutiesPage(tx, city, { ...wanted, ...filter }, { limit, cursor })
    return { ...found, items: await dutyViews(context, found.items) }
  })
}

/** An administrator of one district gives duties there alone. @throws platform.accessDenied */
function requireInCharge({ actor }: Context, district: string | null): void {
  const own = actor.officer?.district ?? null
  if (own !== null && own !== district) throw new AppError(platformFailures.accessDenied)
}

/** @throws cases.ownDuty, cases.notAnOfficer, cases.dutyGiven, cases.unknownDistrict, platform.accessDenied */
export async function giveDuty(
  context: Context,
  { personId, role, district }: z.output<typeof DutyBody>,
): Promise<Duty> {
  const { tx, city, newId, now, actor } = context
  if (personId === actor.personId) throw fail.ownDuty()
  requireDistrict(context, district)
  requireInCharge(context, district)
  return context.asSystem(async () => {
    if (!(await isOfficerOf(context, personId, district))) throw fail.notAnOfficer()
    const row: DutyRow = {
      city,
      id: newId(),
      personId,
      role,
      district,
      since: dayOf(now()),
      givenBy: actor.personId,
      endedAt: null,
      endedBy: null,
    }
    if (!(await store.insertDuty(tx, row))) throw fail.dutyGiven()
    return (await dutyViews(context, [row]))[0]!
  })
}

export const CLEAR_DESK_JOB = 'cases.clearDesk'
/** So many tasks are handed on in one transaction; the others follow at once, each with so many. */
const AT_ONCE = 50

/**
 * Gives what lies on a desk to others who may have it. Scope `system`.
 * @param after tasks behind this id; those before were handed on
 */
export async function clearDesk(desk: Desk, personId: string, after?: string): Promise<void> {
  const { tx, city } = desk
  const rows = await assignedTo(tx, city, personId, after, AT_ONCE)
  for (const row of rows) {
    const { prepared, state } = await storyOf(desk, row)
    if (state) await updateCase(tx, row, await taskColumns(desk, prepared, state, { ...row, assignee: null }))
  }
  if (rows.length === AT_ONCE) await desk.jobs.send(tx, CLEAR_DESK_JOB, { city, personId, after: rows.at(-1)!.id })
}

/** @throws cases.noDuty, platform.accessDenied */
export async function endDuty(context: Context, id: string): Promise<void> {
  const { tx, city, now, actor } = context
  await context.asSystem(async () => {
    const row = await store.dutyById(tx, city, id)
    if (!row) throw fail.noDuty()
    requireInCharge(context, row.district)
    await store.endDuty(tx, row, now(), actor.personId!)
    await clearDesk(context, row.personId)
  })
}
