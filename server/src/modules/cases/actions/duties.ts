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
}

/** All duties to an administrator, as far as his district goes; to others the own ones. */
export async function listDuties(context: Context, wanted: Wanted): Promise<{ items: Duty[] }> {
  const { tx, city, actor } = context
  const own = actor.officer?.district ?? null
  return context.asSystem(async () => {
    const rows = (await store.allDuties(tx, city, wanted)).filter(({ personId, district }) =>
      actor.officer?.administrator === true ? own === null || district === own : personId === actor.personId,
    )
    return { items: await dutyViews(context, rows) }
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

/** Gives what lies on a desk to others who may have it. Scope `system`. */
export async function clearDesk(desk: Desk, personId: string): Promise<void> {
  const { tx, city } = desk
  for (const row of await assignedTo(tx, city, personId)) {
    const { prepared, state } = await storyOf(desk, row)
    if (state) await updateCase(tx, row, await taskColumns(desk, prepared, state, { ...row, assignee: null }))
  }
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
