import type { Process, ProcessesQuery } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { iCalendar } from '../../../platform/i-calendar.ts'
import { slotsOf } from '../store/details.ts'
import { processById, processesPage, type Whose } from '../store/processes.ts'
import type { ProcessRow } from '../tables.ts'
import { lookAround, processView } from '../views/describe.ts'
import { fileView } from '../views/file.ts'
import { personOf } from './begin.ts'
import type { RolesIn } from './steps.ts'

/** The talent's own processes; row-level security shows no others. */
export const asTalent =
  (context: Context): RolesIn =>
  ({ personId }) =>
    personId === personOf(context) ? ['talent'] : []

/** Those of an organisation, that posted the job, keeps the talent, or both. */
export const asOrganisation =
  (id: string): RolesIn =>
  ({ organisationId, agencyId }) => [
    ...(organisationId === id ? (['employer'] as const) : []),
    ...(agencyId === id ? (['agency'] as const) : []),
  ]

/** Those of an officer's district. */
export const asOfficer =
  ({ actor: { officer } }: Context): RolesIn =>
  ({ district }) =>
    officer && (officer.district === null || officer.district === district) ? ['officer'] : []

/** Views of rows in their order; rows in which the caller has the same roles are looked up together. */
async function viewsOf(context: Context, rows: readonly ProcessRow[], rolesIn: RolesIn): Promise<Process[]> {
  const groups = new Map<string, ProcessRow[]>()
  for (const row of rows) {
    const key = rolesIn(row).join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const views = new Map<string, Process>()
  for (const group of groups.values()) {
    const roles = rolesIn(group[0]!)
    const around = await lookAround(context, group, roles)
    for (const row of group) views.set(row.id, processView(context, row, around, roles))
  }
  return rows.map(({ id }) => views.get(id)!)
}

/** @throws platform.badCursor */
export async function listProcesses(
  context: Context,
  whose: Whose,
  query: z.output<typeof ProcessesQuery> | { limit: number; cursor?: string | undefined },
  rolesIn: RolesIn,
) {
  const page = await processesPage(context.tx, context.city, whose, query, dayOf(context.now()))
  return { ...page, items: await viewsOf(context, page.items, rolesIn) }
}

/** The process, where the caller takes part in it, and as whom. @throws hiring.noProcess */
export async function ownProcess(context: Context, id: string, rolesIn: RolesIn) {
  const row = await processById(context.tx, context.city, id)
  const roles = row ? rolesIn(row) : []
  if (!row || roles.length === 0) throw fail.noProcess()
  return { row, roles }
}

/** @throws hiring.noProcess */
export async function showProcess(context: Context, id: string, rolesIn: RolesIn) {
  const { row, roles } = await ownProcess(context, id, rolesIn)
  return fileView(context, row, roles)
}

/** The interview that is booked, as a file for calendars. @throws hiring.noProcess */
export async function interviewFile(context: Context, id: string, rolesIn: RolesIn) {
  const { row, roles } = await ownProcess(context, id, rolesIn)
  const slot = (await slotsOf(context.tx, context.city, [row.id])).find(({ booked }) => booked)
  if (!slot) throw fail.noProcess()
  const { organisation, talent, job } = processView(context, row, await lookAround(context, [row], roles), roles)
  const about = { zh: '面试', en: 'Interview' }[context.language]
  const other = roles.includes('talent') ? organisation.name : talent.name
  const text = iCalendar({
    // Of the process: a time chosen later takes the place of the earlier one in a calendar.
    id: row.id,
    version: row.version,
    stampedAt: row.changedAt,
    startsAt: slot.startsAt,
    minutes: slot.minutes,
    title: `${about}：${job.title} ${other}`,
    place: slot.place,
  })
  const bytes = new TextEncoder().encode(text)
  return { name: 'interview.ics', type: 'text/calendar; charset=utf-8', bytes }
}
