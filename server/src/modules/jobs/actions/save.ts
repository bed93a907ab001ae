import type { JobStatus } from '@renshu/contracts'
import type { Job } from '@renshu/match'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { columnsOf, districtOf } from '../content/columns.ts'
import type { JobContent } from '../content/content.ts'
import { fail } from '../errors.ts'
import { type Glance, listedUntil, shownUntil } from '../listing.ts'
import { approvalOf, type Before, mustWait } from '../screening/approval.ts'
import { type Market, screen, stopOf } from '../screening/screen.ts'
import type { Signal } from '../screening/signal.ts'
import { explainWhy } from '../screening/why.ts'
import { looksAtAll, minimumWage } from '../settings.ts'
import { alikeOf } from '../store/alike.ts'
import { insertDecision } from '../store/jobs.ts'
import { marketsOf } from '../store/market.ts'
import { refusedLike, refusedNear } from '../store/refused.ts'
import { nextChange } from '../store/stream.ts'
import type { JobRow } from '../tables.ts'

/** What is to be saved, read and checked. */
export interface Draft {
  id: string
  organisationId: string
  employerId: string
  /** District of the organisation, for a posting whose work lies outside the city. */
  ownDistrict: string
  content: JobContent
  engineJob: Job
}

type Columns = ReturnType<typeof columnsOf> & { district: string }
export type Screened = Columns & { found: readonly Signal[] }

/** The columns of a content and everything found in it. */
export async function screenDraft(context: Context, draft: Draft): Promise<Screened> {
  const { tx, city, asSystem, now } = context
  const { id, content, engineJob, organisationId, employerId, ownDistrict } = draft
  const today = dayOf(now())
  const columns = { ...columnsOf(content, engineJob, employerId), district: districtOf(content, city, ownDistrict) }
  const { market, alike, refused } = await asSystem(async () => ({
    market: await marketOf(context, columns.occupation, today),
    alike: await alikeOf(tx, city, { ...columns, id }),
    refused: refusedLike({ id, ...content }, await refusedNear(tx, city, organisationId, [columns.titleKey])),
  }))
  const around = { market, minimumWage: minimumWage(context, today), alike: alike[0]?.title ?? null, refused }
  return { ...columns, found: screen(content, around) }
}

/** The columns that are kept as JSON, as text for a single statement. */
export const asJson = ({ content, engineJob, found }: Pick<Screened, 'content' | 'engineJob' | 'found'>) => ({
  content: JSON.stringify(content),
  engineJob: JSON.stringify(engineJob),
  signals: JSON.stringify(found),
})

const marketOf = async ({ tx, city }: Context, occupation: string | null, on: string): Promise<Market | null> =>
  occupation === null ? null : ((await marketsOf(tx, city, [occupation], on)).get(occupation) ?? null)

/** @throws jobs.notAllowed with the words and the clause */
export function refuseStopped(found: readonly Signal[], { language }: Context): void {
  const stop = stopOf(found)
  if (stop) throw fail.notAllowed({ found: stop.found, why: explainWhy(stop.why, language) })
}

/** Where a posting that is being published goes: open where nobody has to look, else it waits. */
const publishedStatus = (context: Context, screened: Screened, before: Before | null): JobStatus =>
  mustWait(screened, before, looksAtAll(context, dayOf(context.now()))) ? 'waiting' : 'open'

/** The columns that say where a posting stands. */
export function standOf(context: Context, screened: Screened, before: Before | null, publish: boolean) {
  const today = dayOf(context.now())
  const status: JobStatus = publish ? publishedStatus(context, screened, before) : 'draft'
  const isOpen = status === 'open'
  return {
    status,
    ...approvalOf(screened.contentHash, before, isOpen),
    waitingSince: status === 'waiting' ? (before?.waitingSince ?? context.now()) : null,
    publishedOn: before?.publishedOn ?? (isOpen ? today : null),
    confirmedOn: publish ? today : null,
  }
}

/** Records that a content was found clean by itself. */
export async function approveClean(
  context: Context,
  { id, organisationId, contentHash }: Pick<JobRow, 'id' | 'organisationId' | 'contentHash'>,
) {
  const { tx, city, now, newId } = context
  await insertDecision(tx, {
    city,
    id: newId(),
    jobId: id,
    organisationId,
    contentHash,
    decision: 'approved',
    reason: '',
    decidedAt: now(),
    decidedBy: null,
  })
}

interface Shown {
  organisationId: string
  employerId: string
  status: JobStatus
  contentHash: string
  approvedHash: string | null
  validUntil: string
}

/** Last day on which the public sees a posting, as it stands after a change. */
export async function listingOf(context: Glance & Pick<Context, 'asSystem'>, row: Shown): Promise<string | null> {
  if (row.status !== 'open' || row.contentHash !== row.approvedHash) return null
  const until = await context.asSystem(() => shownUntil(context, [row]))
  return listedUntil(row.validUntil, until(row), dayOf(context.now()))
}

/** The number of a change in the stream, where readers of the stream see it: what was shown, or is now. */
export const changeOf = async (
  { tx, city }: Context,
  before: { listedUntil: string | null } | null,
  listed: string | null,
): Promise<{ changeSeq?: number }> => (before?.listedUntil || listed ? { changeSeq: await nextChange(tx, city) } : {})
