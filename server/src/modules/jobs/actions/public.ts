import { isWithin, occupationPath } from '@renshu/codes'
import { type FeedEvent, type FeedQuery, type JobPage, type JobScope, platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { cursorOf, readNumberCursor } from '../../../platform/pages.ts'
import { fail } from '../errors.ts'
import { jobById } from '../store/jobs.ts'
import { insertReport, markReported, openReportBy } from '../store/reports.ts'
import { changedJobs } from '../store/stream.ts'
import type { JobRow } from '../tables.ts'
import { type Around, lookAround, marketsFor } from '../views/around.ts'
import { pageOf, withMarket } from '../views/card.ts'

const isListed = ({ listedUntil }: JobRow, today: string): boolean => listedUntil !== null && listedUntil >= today

/** @throws jobs.notListed, whoever asks: the page is the public's */
async function listed({ tx, city, now }: Context, id: string): Promise<JobRow> {
  const row = await jobById(tx, city, id)
  if (!row || !isListed(row, dayOf(now()))) throw fail.notListed()
  return row
}

/** @throws jobs.notListed */
export async function showJob(context: Context, id: string): Promise<JobPage> {
  const row = await listed(context, id)
  const around = await context.asSystem(() => lookAround(context, [row]))
  const marketOf = await marketsFor(context, [row], dayOf(context.now()))
  return withMarket(pageOf(row, around, context.config.PUBLIC_URL), marketOf(row))
}

/** What the readers of each feed may pass on; anything else is `removed` for them, as what has ended. */
const PASSED_ON = { anybody: ['everyone'], services: ['everyone', 'public'] } satisfies Record<string, JobScope[]>
export type FeedReader = keyof typeof PASSED_ON

const isAsked = ({ place, occupation, organisation }: FeedQuery, row: JobRow): boolean =>
  (place === undefined || row.content.places.some((at) => isWithin(at.place, place))) &&
  (occupation === undefined || occupationPath(row.occupation ?? '').some(({ code }) => code === occupation)) &&
  (organisation === undefined || [row.organisationId, row.employerId].includes(organisation))

function eventOf(row: JobRow, isTold: boolean, around: Around, origin: string | undefined): FeedEvent {
  const { changeSeq: seq, id } = row
  if (!isTold) return { seq, type: 'removed', id }
  const { distanceKm: _, ...job } = pageOf(row, around, origin)
  return { seq, type: 'upsert', id, job }
}

/**
 * Changes after a cursor, oldest first, each posting once in its latest state; `next` is null at the end of what
 * exists, and the cursor to go on from later is then the `seq` of the last event.
 * @throws platform.badCursor
 */
export async function readFeed(
  context: Context,
  query: FeedQuery,
  reader: FeedReader,
): Promise<{ events: FeedEvent[]; next: string | null }> {
  const { tx, city, asSystem, now, config } = context
  const { limit } = query
  const after = placeIn(query.cursor)
  const scopes: readonly JobScope[] = PASSED_ON[reader]
  const isTold = (row: JobRow) => isListed(row, dayOf(now())) && scopes.includes(row.scope) && isAsked(query, row)
  // What has ended is told too, and that the public does not see any more.
  return asSystem(async () => {
    const rows = await changedJobs(tx, city, after, limit + 1)
    const shown = rows.slice(0, limit)
    const around = await lookAround(context, shown)
    const events = shown.map((row) => eventOf(row, isTold(row), around, config.PUBLIC_URL))
    return { events, next: rows.length > limit ? cursorOf([events.at(-1)!.seq]) : null }
  })
}

/** Also a plain `seq`, by which a reader who came to the end goes on. */
function placeIn(cursor: string | undefined): number {
  const plain = cursor !== undefined && /^\d{1,15}$/.test(cursor)
  const after = plain ? Number(cursor) : (readNumberCursor(cursor) ?? 0)
  if (after < 0) throw new AppError(platformFailures.badCursor)
  return after
}

/** A second report of one person on one posting that is not settled changes nothing. */
export async function reportJob(
  context: Context,
  id: string,
  { kind, text }: { kind: 'fee' | 'fake' | 'discrimination' | 'other'; text: string },
): Promise<void> {
  const { tx, city, actor, newId, now } = context
  const { district } = await listed(context, id)
  const reportedBy = actor.forPersonId ?? actor.personId!
  if (await openReportBy(tx, city, id, reportedBy)) return
  const report = { city, id: newId(), jobId: id, district, kind, text, reportedAt: now(), reportedBy, settledAt: null }
  await insertReport(tx, report)
  await context.asSystem(() => markReported(tx, city, id, now()))
}
