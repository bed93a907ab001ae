import { type ApplyBody, type InviteBody, jobsFailures, type Process, talentsFailures } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { giveConsent } from '../../accounts/index.ts'
import { type ListedJob, listedJob, ownedJob } from '../../jobs/index.ts'
import { isShownTo, type TalentChange, talentById, talentOfPerson } from '../../talents/index.ts'
import { fail } from '../errors.ts'
import { tellArrival } from '../notices/of-step.ts'
import { tellTalent } from '../notices/tell.ts'
import { addDays, begin, type State, type Who } from '../rules/index.ts'
import { inviteAgainDays, mostApplications } from '../settings.ts'
import { countApplication, declinedSince, insertProcess } from '../store/processes.ts'
import { columnsOf } from '../store/rows.ts'
import type { NewProcess, ProcessRow } from '../tables.ts'
import { describeOne } from '../views/describe.ts'
import { count, firstClock, keepEvent } from './advance.ts'
import { requireRecruiting } from './standing.ts'

/** Of which words the person agreed to show the contact. */
export const CONTACT = { purpose: 'contact', textVersion: 'hiring-1' } as const

/** Whom the caller acts for: himself, or who gave him a mandate. */
export const personOf = ({ actor }: Pick<Context, 'actor'>): string => actor.forPersonId ?? actor.personId!

interface Beginning {
  step: 'apply' | 'invite' | 'recommend'
  who: Who
  channel: State['channel']
  contact: boolean
  note: string
}

type Known = Pick<TalentChange, 'id' | 'personId' | 'agencyId'>

/** @throws hiring.alreadyOpen */
async function open(context: Context, job: ListedJob, talent: Known, beginning: Beginning): Promise<ProcessRow> {
  const { tx, city, now, newId } = context
  const { step, who, channel, contact, note } = beginning
  const kept = talent.agencyId !== null
  const state = begin({ step, channel, contact, kept, sameHands: talent.agencyId === job.organisationId })
  const { id: jobId, title: jobTitle, contentHash: jobHash, organisationId, employerId } = job
  const { district, occupation, industry } = job
  const parties = { personId: talent.personId, agencyId: talent.agencyId, organisationId, district }
  const posting = { jobId, jobTitle, jobHash, toldHash: null, employerId, occupation, industry }
  const counts = { reminders: 0, firstAnswerAt: null, standingLost: false, held: false, version: 1 }
  const row = {
    city,
    id: newId(),
    ...parties,
    ...posting,
    talentId: talent.id,
    channel,
    sameHands: state.sameHands,
    ...columnsOf(state, who, now()),
    ...firstClock(context, state),
    ...counts,
    startedAt: now(),
    changedAt: now(),
  } satisfies NewProcess
  if (!(await insertProcess(tx, row))) throw fail.alreadyOpen()
  const opened = { ...row, offer: null }
  await keepEvent(context, opened, { step, who, note, data: { channel, contact, kept, sameHands: state.sameHands } })
  return opened
}

/** @throws jobs.notListed, hiring.full, registry.noStanding */
async function requireOpening(context: Context, job: ListedJob | undefined): Promise<ListedJob> {
  if (!job) throw new AppError(jobsFailures.notListed)
  await requireRecruiting(context, job)
  if (job.taken >= job.openings) throw fail.full()
  return job
}

/** @throws hiring.tooMany */
async function countToday(context: Context, personId: string, on: string): Promise<void> {
  const most = mostApplications(context, on)
  if (most !== undefined && !(await countApplication(context.tx, context.city, { personId, on, most })))
    throw fail.tooMany({ most })
}

/** @throws talents.noProfile, jobs.notListed, registry.noStanding, hiring.full, hiring.tooMany, hiring.alreadyOpen */
export async function apply(context: Context, body: z.output<typeof ApplyBody>): Promise<Process> {
  const { tx, city, now } = context
  const on = dayOf(now())
  const personId = personOf(context)
  const talent = await talentOfPerson(tx, city, personId)
  if (!talent) throw new AppError(talentsFailures.noProfile)
  const job = await requireOpening(context, await listedJob(tx, city, body.jobId, on))
  await countToday(context, personId, on)
  const { shareContact: contact, channel, note } = body
  if (contact) await giveConsent(context, { ...CONTACT, recipient: job.organisationId })
  const row = await open(context, job, talent, { step: 'apply', who: 'talent', channel, contact, note })
  await count(context, row, 'hiring.application', on)
  await tellArrival(context, row)
  return describeOne(context, row, ['talent'])
}

/** @throws hiring.refusedBefore */
async function refuseSoonAfter(context: Context, organisationId: string, talentId: string): Promise<void> {
  const { tx, city, now } = context
  const days = inviteAgainDays(context, dayOf(now()))
  if (days === undefined) return
  const since = new Date(`${addDays(dayOf(now()), -days)}T00:00:00+08:00`)
  const declined = await declinedSince(tx, city, { organisationId, talentId, since })
  if (declined) throw fail.refusedBefore({ until: addDays(dayOf(declined), days) })
}

/** @throws jobs.noJob, jobs.notListed, registry.noStanding, hiring.full, hiring.notVisible, hiring.refusedBefore */
export async function invite(
  context: Context,
  organisationId: string,
  { jobId, talentId, note }: z.output<typeof InviteBody>,
): Promise<Process> {
  const { tx, city, now } = context
  const own = await ownedJob(tx, city, organisationId, jobId)
  if (!own) throw new AppError(jobsFailures.noJob)
  const isListed = own.listedUntil !== null && own.listedUntil >= dayOf(now())
  const job = await requireOpening(context, isListed ? own : undefined)
  const talent = (await isShownTo(context, job.employerName, talentId)) && (await talentById(tx, city, talentId))
  if (!talent) throw fail.notVisible()
  await refuseSoonAfter(context, organisationId, talentId)
  const beginning = { step: 'invite', who: 'employer', channel: 'invitation', contact: false, note } as const
  const row = await open(context, job, talent, beginning)
  await tellTalent(context, row, 'invited')
  return describeOne(context, row, ['employer'])
}

/** Whether a wish, and for a kept profile the consent, holds on a day. */
export const isActive = ({ active, visibleUntil }: TalentChange, on: string): boolean =>
  active && (visibleUntil === null || visibleUntil >= on)

/**
 * An agency puts somebody forward who agreed to be kept by it, while that consent holds.
 * @throws jobs.notListed, registry.noStanding, hiring.full, hiring.notVisible, hiring.alreadyOpen
 */
export async function recommendKept(
  context: Context,
  agencyId: string,
  { jobId, talentId, note }: z.output<typeof InviteBody>,
): Promise<Process> {
  const { tx, city, now } = context
  const on = dayOf(now())
  const job = await requireOpening(context, await listedJob(tx, city, jobId, on))
  await requireRecruiting(context, { organisationId: agencyId, employerId: agencyId })
  const talent = await talentById(tx, city, talentId)
  if (talent?.agencyId !== agencyId || !isActive(talent, on)) throw fail.notVisible()
  const beginning = { step: 'recommend', who: 'agency', channel: 'agency', contact: false, note } as const
  const row = await open(context, job, talent, beginning)
  await tellArrival(context, row)
  return describeOne(context, row, ['agency'])
}

/**
 * An officer recommends a posting to somebody, who decides whether to apply. Anywhere in the city.
 * @throws jobs.notListed, registry.noStanding, hiring.full, hiring.notVisible, hiring.alreadyOpen
 */
export async function recommendAsOfficer(
  context: Context,
  { jobId, talentId, note }: z.output<typeof InviteBody>,
): Promise<Process> {
  const { tx, city, now, asSystem } = context
  const on = dayOf(now())
  const job = await requireOpening(context, await listedJob(tx, city, jobId, on))
  const talent = await talentById(tx, city, talentId)
  const isHidden = talent?.visibility === 'hidden' && talent.agencyId === null
  if (!talent || isHidden || !isActive(talent, on)) throw fail.notVisible()
  const beginning = { step: 'recommend', who: 'officer', channel: 'officer', contact: false, note } as const
  const row = await asSystem(() => open(context, job, talent, beginning))
  await tellTalent(context, row, 'recommended')
  return describeOne(context, row, ['officer'])
}
