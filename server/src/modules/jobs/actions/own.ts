import type { ClosingReason, JobRecord, JobVersion } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { personNames } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { validDays } from '../settings.ts'
import { approvedHashes, jobById, updateJob, versionsOf } from '../store/jobs.ts'
import { type JobsFilter, jobsPage, type Page } from '../store/pages.ts'
import type { JobRow } from '../tables.ts'
import { record, records, versionViews } from '../views/record.ts'
import { holdOwn, requireCurrent } from './post.ts'
import { changeOf, listingOf } from './save.ts'

interface Path {
  organisationId: string
  jobId: string
}

export async function listOwn(context: Context, organisationId: string, query: JobsFilter & Page) {
  const { tx, city, now } = context
  const page = await jobsPage(tx, city, { ...query, organisation: organisationId }, query, dayOf(now()))
  return { ...page, items: await records(context, page.items) }
}

/**
 * A posting of the organisation, or one that its agency posted for it.
 * @throws jobs.noJob
 */
async function ownJob({ tx, city }: Context, { organisationId, jobId }: Path): Promise<JobRow> {
  const row = await jobById(tx, city, jobId)
  if (!row || ![row.organisationId, row.employerId].includes(organisationId)) throw fail.noJob()
  return row
}

export const showOwn = async (context: Context, path: Path): Promise<JobRecord> =>
  record(context, await ownJob(context, path))

export async function listVersions(context: Context, path: Path): Promise<{ items: JobVersion[] }> {
  const { tx, city, asSystem } = context
  const { id } = await ownJob(context, path)
  return asSystem(async () => {
    const rows = await versionsOf(tx, city, id)
    const names = await personNames(
      context,
      rows.flatMap(({ savedBy }) => savedBy ?? []),
    )
    return { items: versionViews(rows, await approvedHashes(tx, city, id), (personId) => names.get(personId) ?? '') }
  })
}

const DAY = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/**
 * The employer says that the posting still stands; one whose last day is over gets the city's usual days anew.
 * @throws jobs.noJob, jobs.ended, platform.stale
 */
export async function confirmJob(context: Context, path: Path, version: number): Promise<JobRecord> {
  const before = await holdOwn(context, path.organisationId, path.jobId)
  requireCurrent(before, version)
  const today = dayOf(context.now())
  const isOver = before.validUntil < today
  const validUntil = isOver ? dayAfter(today, validDays(context, today)) : before.validUntil
  const listed = await listingOf(context, { ...before, validUntil })
  const content = JSON.stringify({ ...before.content, validUntil })
  const set = { confirmedOn: today, validUntil, content, listedUntil: listed }
  const row = await updateJob(context.tx, before, { ...set, ...(await changeOf(context, before, listed)) })
  if (!row) throw new AppError(platformFailures.stale)
  return record(context, row)
}

interface Closing {
  reason: ClosingReason
  note: string
  duplicateOf?: string
}

/** Takes a held posting off, whoever does it, and tells it: `jobs.closed` {jobId, reason}. */
export async function close(context: Context, before: JobRow, { reason, note, duplicateOf }: Closing): Promise<JobRow> {
  const { tx, city, now } = context
  const row = await updateJob(tx, before, {
    status: 'closed',
    closingReason: reason,
    closingNote: note,
    closedOn: dayOf(now()),
    waitingSince: null,
    reportedAt: null,
    listedUntil: null,
    ...(duplicateOf && { duplicateOf }),
    ...(await changeOf(context, before, null)),
  })
  if (!row) throw new AppError(platformFailures.stale)
  const payload = { jobId: row.id, reason, ...(duplicateOf && { into: duplicateOf }) }
  await emit(tx, { city, kind: 'jobs.closed', payload, happenedAt: now() })
  return row
}

/** @throws jobs.noJob, jobs.ended, platform.stale */
export async function closeJob(
  context: Context,
  path: Path,
  { version, reason, note }: { version: number; reason: ClosingReason; note: string },
): Promise<JobRecord> {
  const before = await holdOwn(context, path.organisationId, path.jobId)
  requireCurrent(before, version)
  return record(context, await close(context, before, { reason, note }))
}
