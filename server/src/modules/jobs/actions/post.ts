import type { EditBody, JobRecord, PostBody } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { mandatedUntil } from '../../accounts/index.ts'
import { organisations, requireStanding } from '../../registry/index.ts'
import type { JobContent } from '../content/content.ts'
import { isLastDay } from '../content/last-day.ts'
import { editContent, engineJobOf, readContent, requireKnownCodes } from '../content/read-content.ts'
import { fail } from '../errors.ts'
import { holdJob, insertJob, insertVersion, updateJob } from '../store/jobs.ts'
import type { JobRow } from '../tables.ts'
import { record } from '../views/record.ts'
import { approveClean, asJson, changeOf, type Draft, listingOf, refuseStopped, screenDraft, standOf } from './save.ts'

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** @throws jobs.badDay */
export function requireDays(
  { validUntil, startBy }: { validUntil?: string; startBy?: string | null },
  today: string,
): void {
  const isLate = validUntil !== undefined && !isLastDay(validUntil, today)
  if (isLate || (startBy && startBy < today)) throw fail.badDay()
}

/**
 * The organisation whose desk this is, as somebody who may recruit today.
 * @throws registry.noStanding
 */
export async function requireRecruiter(
  context: Pick<Context, 'tx' | 'city' | 'now' | 'language'>,
  organisationId: string,
): Promise<void> {
  const { tx, city, now } = context
  const own = (await organisations(tx, city, [organisationId])).get(organisationId)
  const isAgency = own?.kind === 'agency'
  await requireStanding(context, organisationId, dayOf(now()), isAgency ? 'recruiting' : undefined)
}

/**
 * For whom work is done: the organisation itself, or a client that stands and has given it a mandate.
 * @throws jobs.unknownEmployer
 */
async function employerOf(context: Context, organisationId: string, employerId: string | null): Promise<string> {
  if (employerId === null || employerId === organisationId) return organisationId
  const { tx, city, asSystem } = context
  const until = await asSystem(async () =>
    (await organisations(tx, city, [employerId])).has(employerId)
      ? mandatedUntil(context, employerId, organisationId, 'recruiting')
      : null,
  )
  if (until === null) throw fail.unknownEmployer()
  return employerId
}

async function ownDistrict({ tx, city }: Context, organisationId: string): Promise<string> {
  return (await organisations(tx, city, [organisationId])).get(organisationId)!.district
}

/** @throws registry.noStanding, jobs.badPlace, jobs.badDay, jobs.notAllowed, jobs.unknownCode, jobs.unknownEmployer */
export async function postJob(context: Context, organisationId: string, body: PostBody): Promise<JobRecord> {
  const content = readContent(body)
  requireKnownCodes(content)
  requireDays(content, dayOf(context.now()))
  if (body.publish) await requireRecruiter(context, organisationId)
  const employerId = await employerOf(context, organisationId, body.employerId)
  return record(context, await create(context, { organisationId, employerId, content }, body.publish))
}

async function create(
  context: Context,
  { organisationId, employerId, content }: Pick<Draft, 'organisationId' | 'employerId' | 'content'>,
  publish: boolean,
): Promise<JobRow> {
  const { tx, city, now, newId, actor } = context
  const id = newId()
  const parties = { id, organisationId, employerId }
  const draft = { ...parties, content, engineJob: engineJobOf(id, content) }
  const { found, ...columns } = await screenDraft(context, {
    ...draft,
    ownDistrict: await ownDistrict(context, organisationId),
  })
  if (publish) refuseStopped(found, context)
  const stand = standOf(context, { ...columns, found }, null, publish)
  const listed = await listingOf(context, { ...parties, ...columns, ...stand })
  const row = await insertJob(tx, {
    city,
    ...parties,
    ...columns,
    ...stand,
    ...asJson({ ...columns, found }),
    listedUntil: listed,
    ...(await changeOf(context, null, listed)),
    createdAt: now(),
    createdBy: actor.personId,
  })
  await insertVersion(tx, row, actor.personId, now())
  if (row.status === 'open') await approveClean(context, row)
  return row
}

/**
 * A posting of the organisation, held until the transaction ends.
 * @throws jobs.noJob
 */
export async function holdOwn({ tx, city }: Context, organisationId: string, jobId: string): Promise<JobRow> {
  const row = await holdJob(tx, city, jobId)
  if (!row || row.organisationId !== organisationId) throw fail.noJob()
  return row
}

/** @throws platform.stale, jobs.ended */
export function requireCurrent(row: JobRow, version: number): void {
  if (row.version !== version) throw new AppError(platformFailures.stale)
  if (row.status === 'closed') throw fail.ended()
}

/** Without a word about it a draft stays one, and what was published is published again. */
const isPublished = ({ publish }: EditBody, { status }: JobRow): boolean => publish ?? status !== 'draft'

/** @throws as `postJob`, jobs.noJob, jobs.ended, platform.stale */
export async function editJob(
  context: Context,
  { organisationId, jobId }: { organisationId: string; jobId: string },
  body: EditBody,
): Promise<JobRecord> {
  const before = await holdOwn(context, organisationId, jobId)
  requireCurrent(before, body.version)
  const { version: _, publish: __, ...edit } = body
  const content = editContent(before.content, edit)
  const publish = isPublished(body, before)
  await requireEdit(context, before, content, publish)
  return record(context, await change(context, before, content, publish))
}

async function requireEdit(context: Context, before: JobRow, content: JobContent, publish: boolean): Promise<void> {
  requireKnownCodes(content)
  const { validUntil, startBy } = content
  const isNewDay = validUntil !== before.validUntil
  requireDays(
    {
      ...((publish || isNewDay) && { validUntil }),
      ...(startBy !== before.content.startBy && { startBy }),
    },
    dayOf(context.now()),
  )
  if (!publish) return
  await requireRecruiter(context, before.organisationId)
  await employerOf(context, before.organisationId, before.employerId)
}

async function change(context: Context, before: JobRow, content: JobContent, publish: boolean): Promise<JobRow> {
  const { tx, city, now, actor } = context
  const { id, organisationId, employerId } = before
  const engineJob = engineJobOf(id, content)
  const draft = { id, organisationId, employerId, content, engineJob }
  const screened = await screenDraft(context, { ...draft, ownDistrict: before.district })
  const { found, ...columns } = screened
  if (publish) refuseStopped(found, context)
  const stand = standOf(context, screened, before, publish)
  const listed = await listingOf(context, { organisationId, employerId, ...columns, ...stand })
  const set = {
    ...columns,
    ...stand,
    confirmedOn: stand.confirmedOn ?? before.confirmedOn,
    ...asJson({ ...columns, found }),
    listedUntil: listed,
    ...(await changeOf(context, before, listed)),
  }
  const row = await updateJob(tx, before, set)
  if (!row) throw new AppError(platformFailures.stale)
  await insertVersion(tx, row, actor.personId, now())
  if (row.status === 'open' && before.approvedHash !== row.contentHash) await approveClean(context, row)
  if (before.contentHash !== row.contentHash && before.publishedOn)
    await emit(tx, { city, kind: 'jobs.edited', payload: { jobId: id, version: row.version }, happenedAt: now() })
  return row
}

/** A draft with the same content, to be changed and published. */
export async function copyJob(
  context: Context,
  { organisationId, jobId }: { organisationId: string; jobId: string },
): Promise<JobRecord> {
  const from = await holdOwn(context, organisationId, jobId)
  const today = dayOf(context.now())
  const { content, employerId } = from
  const days = content.validUntil > today ? content.validUntil : dayAt(Date.parse(today) + MONTH)
  const startBy = content.startBy && content.startBy >= today ? content.startBy : null
  const copy = { ...content, validUntil: days, startBy }
  return record(context, await create(context, { organisationId, employerId, content: copy }, false))
}

const MONTH = 30 * 86_400_000
