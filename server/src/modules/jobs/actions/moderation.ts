import { type JobRecord, type JobStatus, platformFailures, type Queued } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { organisationsOf, tellOwners } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { alikeOf, mergedInto } from '../store/alike.ts'
import { holdJob, insertDecision, jobById, updateJob } from '../store/jobs.ts'
import { type JobsFilter, jobsPage, type Page, queuePage } from '../store/pages.ts'
import { openReports, settleReports } from '../store/reports.ts'
import type { JobRow } from '../tables.ts'
import { lookAround } from '../views/around.ts'
import { decisionNotice } from '../views/notice.ts'
import { record, records } from '../views/record.ts'
import { close } from './own.ts'
import { requireCurrent } from './post.ts'
import { changeOf, listingOf } from './save.ts'

const districtOf = ({ actor }: Context): string | null => actor.officer?.district ?? null

const inCharge = (context: Context, { district }: Pick<JobRow, 'district'>): boolean => {
  const own = districtOf(context)
  return own === null || own === district
}

/** @throws jobs.noJob for one of another district, public or not */
function requireInCharge(context: Context, row: JobRow | undefined): JobRow {
  if (!row || !inCharge(context, row)) throw fail.noJob()
  return row
}

/** Members of the organisation, of its client or of its agency keep out of the case (回避). @throws jobs.ownCase */
async function refuseOwnCase(context: Context, { organisationId, employerId }: JobRow): Promise<void> {
  const own = await organisationsOf(context, context.actor.personId!)
  if (own.has(organisationId) || own.has(employerId)) throw fail.ownCase()
}

/** What says the same: open and waiting postings, and those that were merged into this one. */
async function alikeViews(context: Context, row: JobRow): Promise<Queued['alike']> {
  const { tx, city } = context
  return context.asSystem(async () => {
    const open = await alikeOf(tx, city, row)
    const merged = (await mergedInto(tx, city, row.id)).map((each) => ({ ...each, likeness: 1 }))
    const found = [...open, ...merged]
    const { nameOf } = await lookAround(context, found)
    return found.map(({ id, title, employerId, likeness }) => ({
      id,
      title,
      employer: nameOf(employerId).name,
      likeness: Math.round(likeness * 100) / 100,
    }))
  })
}

async function queuedViews(context: Context, rows: readonly JobRow[]): Promise<Queued[]> {
  const { tx, city } = context
  const reports = await openReports(
    tx,
    city,
    rows.map(({ id }) => id),
  )
  const views: Queued[] = []
  for (const [at, view] of (await records(context, rows)).entries()) {
    const row = rows[at]!
    const own = reports.filter(({ jobId }) => jobId === row.id)
    views.push({
      ...view,
      waitingSince: (row.waitingSince ?? row.reportedAt ?? row.createdAt).toISOString(),
      reports: own.map(({ kind, text, reportedAt }) => ({ kind, text, at: reportedAt.toISOString() })),
      alike: await alikeViews(context, row),
    })
  }
  return views
}

/** Postings that wait and those that somebody reported, in the officer's district, the longest first. */
export async function listQueue(
  context: Context,
  query: Page & { district?: string | undefined; signal?: string | undefined },
) {
  const { tx, city } = context
  const own = districtOf(context)
  const filter = { district: own ?? query.district, signal: query.signal }
  const page = await queuePage(tx, city, filter, query)
  return { ...page, items: await queuedViews(context, page.items) }
}

export async function showQueued(context: Context, jobId: string): Promise<Queued> {
  const row = requireInCharge(context, await jobById(context.tx, context.city, jobId))
  return (await queuedViews(context, [row]))[0]!
}

export async function listAll(context: Context, query: JobsFilter & Page) {
  const { tx, city, now } = context
  const page = await jobsPage(tx, city, { ...query, district: districtOf(context) }, query, dayOf(now()))
  return { ...page, items: await records(context, page.items) }
}

/** What may be decided on; a refusal can be taken back, and what rested on it goes on. */
const DECIDABLE: Record<Decision['decision'], readonly JobStatus[]> = {
  approved: ['waiting', 'open', 'refused'],
  refused: ['waiting', 'open'],
}

interface Decision {
  version: number
  contentHash: string
  decision: 'approved' | 'refused'
  reason: string
}

/**
 * Decides on the content that was looked at: a waiting posting, a published one that was reported, or one that was
 * refused by mistake. What was found stays beside it, so that the decision can be understood later. Its owners are
 * told.
 * @throws jobs.noJob, jobs.ownCase, jobs.contentChanged, jobs.reasonMissing, platform.stale
 */
export async function moderate(context: Context, jobId: string, body: Decision): Promise<JobRecord> {
  const { tx, city, cities, now, newId, actor, asSystem } = context
  const before = requireInCharge(context, await holdJob(tx, city, jobId))
  await refuseOwnCase(context, before)
  if (before.contentHash !== body.contentHash) throw fail.contentChanged()
  if (before.version !== body.version || !DECIDABLE[body.decision].includes(before.status))
    throw new AppError(platformFailures.stale)
  if (body.decision === 'refused' && !body.reason) throw fail.reasonMissing()
  const row = await decide(context, before, body)
  const { contentHash, decision, reason } = body
  const parties = { city, id: newId(), jobId, organisationId: before.organisationId }
  await insertDecision(tx, { ...parties, contentHash, decision, reason, decidedAt: now(), decidedBy: actor.personId })
  await settleReports(tx, city, jobId, now())
  await emit(tx, { city, kind: 'jobs.moderated', payload: { jobId, decision }, happenedAt: now() })
  const notice = decisionNotice(row, cities.get(city)?.language ?? 'zh')
  await asSystem(() => tellOwners(context, row.organisationId, notice))
  return record(context, row)
}

async function decide(context: Context, before: JobRow, { decision, reason }: Decision): Promise<JobRow> {
  const today = dayOf(context.now())
  const isApproved = decision === 'approved'
  const stand = {
    status: isApproved ? ('open' as const) : ('refused' as const),
    approvedHash: isApproved ? before.contentHash : null,
    refusal: isApproved ? null : reason,
    waitingSince: null,
    reportedAt: null,
  }
  const listed = await listingOf(context, { ...before, ...stand })
  const row = await updateJob(context.tx, before, {
    ...stand,
    publishedOn: before.publishedOn ?? (isApproved ? today : null),
    listedUntil: listed,
    ...(await changeOf(context, before, listed)),
  })
  if (!row) throw new AppError(platformFailures.stale)
  return row
}

/**
 * Takes a posting off because another one says the same. Both show it: this one names that one, and that one has it
 * among those alike.
 * @throws jobs.noJob, jobs.ended, platform.stale
 */
export async function mergeJob(
  context: Context,
  jobId: string,
  { version, into }: { version: number; into: string },
): Promise<JobRecord> {
  const { tx, city, asSystem } = context
  // Held in the order of ids, as everybody holds them.
  const held = new Map<string, JobRow | undefined>()
  for (const id of [jobId, into].toSorted())
    held.set(id, id === jobId ? await holdJob(tx, city, id) : await asSystem(() => holdJob(tx, city, id)))
  const before = requireInCharge(context, held.get(jobId))
  const kept = held.get(into)
  if (!kept || into === jobId || kept.status === 'draft') throw fail.noJob()
  await refuseOwnCase(context, before)
  requireCurrent(before, version)
  if (kept.status === 'closed') throw fail.ended()
  const row = await close(context, before, { reason: 'merged', note: '', duplicateOf: into })
  return record(context, row)
}
