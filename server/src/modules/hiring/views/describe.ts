import type { Process } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { jobStates } from '../../jobs/index.ts'
import { organisations } from '../../registry/index.ts'
import { talentCards } from '../../talents/index.ts'
import { isOpen, may, type Who } from '../rules/index.ts'
import { followUpsOf, slotsOf, takenElsewhere, unseen } from '../store/details.ts'
import { stateOf } from '../store/rows.ts'
import type { FollowUpRow, MessageRow, ProcessRow, SlotRow } from '../tables.ts'

const GONE = { zh: '资料已删除', en: 'removed' }

/** Whether the employer may know who it is: the person agreed, and the process is open and not held, or led to work. */
const isKnown = (row: ProcessRow): boolean => row.contact && !row.held && (isOpen(row) || row.stage === 'placed')

const isEmployerOnly = (roles: readonly Who[]): boolean => roles.every((role) => role === 'employer')

/** Messages of whom a reader has not seen. */
export const othersOf = (roles: readonly Who[]): MessageRow['side'][] =>
  roles.includes('employer') ? ['talent', 'agency'] : ['employer']

const only = <T extends { processId: string }>(rows: readonly T[], { id }: ProcessRow): T[] =>
  rows.filter(({ processId }) => processId === id)

/** Everything around some processes, in a fixed number of statements. Reads in scope `system` what others wrote. */
export async function lookAround(context: Context, rows: readonly ProcessRow[], roles: readonly Who[]) {
  const { tx, city, now, asSystem } = context
  const ids = rows.map(({ id }) => id)
  const isEmployer = isEmployerOnly(roles)
  const known = new Set(rows.filter((row) => !isEmployer || isKnown(row)).map(({ talentId }) => talentId))
  const unknown = new Set(rows.filter((row) => isEmployer && !isKnown(row)).map(({ talentId }) => talentId))
  const jobIds = [...new Set(rows.map(({ jobId }) => jobId))]
  const concerned = [
    ...new Set(rows.flatMap(({ organisationId, agencyId }) => [organisationId, agencyId ?? []].flat())),
  ]
  return asSystem(async () => {
    const slots = await slotsOf(tx, city, ids)
    return {
      slots,
      taken: await takenElsewhere(tx, city, slots),
      followUps: isEmployer ? [] : await followUpsOf(tx, city, ids),
      unseen: roles.includes('officer') ? new Map<string, number>() : await unseen(tx, city, ids, othersOf(roles)),
      organisations: await organisations(tx, city, concerned),
      jobs: await jobStates(tx, city, jobIds, dayOf(now())),
      known: await talentCards(context, [...known], { namedFor: known }),
      unknown: await talentCards(context, [...unknown], { knownTo: unknown }),
    }
  })
}
export type Around = Awaited<ReturnType<typeof lookAround>>

/** By name only where this very process shows it: whoever applied twice may have agreed to it once. */
export const talentName = (
  { language }: Context,
  row: ProcessRow,
  roles: readonly Who[],
  { known, unknown }: Around,
): string => (isEmployerOnly(roles) && !isKnown(row) ? unknown : known).get(row.talentId)?.name ?? GONE[language]

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const slotView = (slot: SlotRow, taken: ReadonlySet<string>) => ({
  id: slot.id,
  startsAt: slot.startsAt.toISOString(),
  minutes: slot.minutes,
  place: slot.place,
  online: slot.online,
  taken: taken.has(slot.id),
  mine: slot.booked,
})

const followUpView = ({ id, days, dueOn, answer, answeredBy, answeredAt }: FollowUpRow) => ({
  id,
  days,
  dueOn,
  answer,
  answeredBy,
  answeredAt: iso(answeredAt),
})

const placementView = (row: ProcessRow, followUps: readonly FollowUpRow[]): Process['placement'] =>
  row.startedOn === null
    ? null
    : {
        startedOn: row.startedOn,
        confirmedByEmployer: iso(row.confirmedByEmployer),
        confirmedByTalent: iso(row.confirmedByTalent),
        confirmedByOfficer: iso(row.confirmedByOfficer),
        disputed: row.disputed,
        followUps: only(followUps, row).map(followUpView),
      }

/** A process as somebody in some roles sees it; a viewer of the organisation may do nothing. */
export function processView(context: Context, row: ProcessRow, around: Around, roles: readonly Who[]): Process {
  const { now, actor } = context
  const today = dayOf(now())
  const job = around.jobs.get(row.jobId)
  const open = isOpen(row)
  const mayAct = actor.membership?.role !== 'viewer'
  return {
    id: row.id,
    job: {
      id: row.jobId,
      title: row.jobTitle,
      listed: job?.listed ?? false,
      changed: job !== undefined && job.contentHash !== row.jobHash,
      held: row.held,
      heldUntil: row.held && open ? row.lapseOn : null,
      mergedInto: job?.mergedInto ?? null,
    },
    organisation: {
      id: row.organisationId,
      name: around.organisations.get(row.organisationId)?.name ?? '',
      standing: !row.standingLost,
    },
    talent: {
      id: row.talentId,
      name: talentName(context, row, roles, around),
      contact: row.contact && open && !row.held,
    },
    stage: row.stage,
    channel: row.channel,
    startedAt: row.startedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    answerBy: open ? row.answerBy : null,
    overdue: open && row.answerBy !== null && row.answerBy < today,
    reminders: row.reminders,
    offer: row.offer,
    slots: only(around.slots, row).map((slot) => slotView(slot, around.taken)),
    placement: placementView(row, around.followUps),
    unread: around.unseen.get(row.id) ?? 0,
    may: mayAct ? may(stateOf(row), roles, today) : [],
    version: row.version,
  }
}

export const describeOne = async (context: Context, row: ProcessRow, roles: readonly Who[]): Promise<Process> =>
  processView(context, row, await lookAround(context, [row], roles), roles)
