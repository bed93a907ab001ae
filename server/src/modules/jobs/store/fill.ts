import type { ClosingReason, PostBody } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { insertMany } from '../../../platform/bulk/index.ts'
import { columnsOf, districtOf } from '../content/columns.ts'
import { engineJobOf, readContent } from '../content/read-content.ts'
import { type Glance, listedUntil, shownUntil } from '../listing.ts'
import { type Market, screen } from '../screening/screen.ts'
import { alikeAmong } from './alike.ts'
import { nextChange } from './stream.ts'

/** A posting with what became of it, taken over whole; for made-up cities and for moving in. */
export interface JobFill {
  id: string
  organisationId: string
  employerId: string
  /** District of the organisation, for a posting whose work lies outside the city. */
  ownDistrict: string
  post: PostBody
  /** `waiting` for an officer's look, or approved: `open`, `closed` with its reason and day. */
  status: 'draft' | 'waiting' | 'open' | 'closed'
  closed: { reason: ClosingReason; on: string } | null
  createdAt: Date
  createdBy: string | null
  taken: number
}

/** A posting as its row keeps it, with what others need of it. */
export type FilledJob = ReturnType<typeof prepareJob>

/** Reads a posting as if its author had just saved it. */
export function prepareJob(city: string, fill: JobFill) {
  const { id, organisationId, employerId, ownDistrict, post, status, closed, createdAt, createdBy, taken } = fill
  const content = readContent(post)
  const columns = columnsOf(content, engineJobOf(id, content), employerId)
  const isApproved = status === 'open' || status === 'closed'
  const on = dayOf(createdAt)
  return {
    city,
    id,
    organisationId,
    employerId,
    district: districtOf(content, city, ownDistrict),
    status,
    closingReason: closed?.reason ?? null,
    closedOn: closed?.on ?? null,
    ...columns,
    approvedHash: isApproved ? columns.contentHash : null,
    taken,
    publishedOn: isApproved ? on : null,
    confirmedOn: status === 'draft' ? null : on,
    waitingSince: status === 'waiting' ? createdAt : null,
    createdAt,
    createdBy,
  }
}

export interface JobsFill {
  jobs: readonly FilledJob[]
  /** Of jobs among them, by their number. */
  reports: readonly { id: string; at: number; kind: 'fee' | 'fake' | 'other'; text: string; by: string; on: Date }[]
}

const middleOf = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!
const FEWEST = 5

/** Pay of the open ones among them by occupation, as the market is counted. */
function marketsAmong(jobs: readonly FilledJob[]): Map<string, Market> {
  const pays = new Map<string, number[]>()
  for (const { occupation, payMiddle, status } of jobs)
    if (occupation && payMiddle !== null && status === 'open')
      pays.set(occupation, [...(pays.get(occupation) ?? []), payMiddle])
  return new Map(
    [...pays].flatMap(([occupation, all]): [string, Market][] => {
      const sorted = all.toSorted((a, b) => a - b)
      const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => middleOf(sorted, share)) as [number, number, number]
      return sorted.length < FEWEST ? [] : [[occupation, { p10, p50, p90, of: sorted.length }]]
    }),
  )
}

/** What an officer will see found in each: against the market and the others for those that wait, words for all. */
function signalsOf(jobs: readonly FilledJob[]): (job: FilledJob) => ReturnType<typeof screen> {
  const markets = marketsAmong(jobs)
  return (job) => {
    if (job.status !== 'waiting') return []
    const compared = jobs.filter(
      ({ titleKey, status }) => titleKey === job.titleKey && ['open', 'waiting'].includes(status),
    )
    const market = job.occupation ? (markets.get(job.occupation) ?? null) : null
    const alike = alikeAmong(job, compared)[0]?.title ?? null
    return screen(job.content, { market, minimumWage: undefined, alike, refused: null })
  }
}

/** Numbers of the stream for those the public saw. */
async function numbered({ tx, city }: Glance, jobs: readonly FilledJob[]): Promise<(job: FilledJob) => number> {
  const published = jobs.filter(({ publishedOn }) => publishedOn !== null)
  if (published.length === 0) return () => 0
  const first = (await nextChange(tx, city, published.length)) - published.length + 1
  const numbers = new Map(published.map(({ id }, at) => [id, first + at]))
  return ({ id }) => numbers.get(id) ?? 0
}

/** Postings with their first version and, where they were published, its approval. Registers are filled. Scope system. */
export async function fillJobs(glance: Glance & { newId: () => string }, { jobs, reports }: JobsFill): Promise<void> {
  const { tx, city, now, newId } = glance
  const today = dayOf(now())
  const open = jobs.filter(({ status }) => status === 'open')
  const until = await shownUntil(glance, open)
  const found = signalsOf(jobs)
  const reportedAt = new Map(reports.map(({ at, on }) => [jobs[at]!.id, on]))
  const numberOf = await numbered(glance, jobs)
  const rows = jobs.map((job) => ({
    ...job,
    closingNote: '',
    signals: found(job),
    listedUntil: job.status === 'open' ? listedUntil(job.validUntil, until(job), today) : null,
    changeSeq: numberOf(job),
    reportedAt: reportedAt.get(job.id) ?? null,
    version: 1,
  }))
  await insertMany(tx, 'jobs.job', rows)
  await insertMany(
    tx,
    'jobs.version',
    jobs.map(({ id, organisationId, createdAt, createdBy, content, contentHash }) => {
      const saved = { savedAt: createdAt, savedBy: createdBy }
      return { city, id, version: 1, organisationId, ...saved, content, contentHash }
    }),
  )
  const approved = jobs.filter(({ approvedHash }) => approvedHash !== null)
  await insertMany(
    tx,
    'jobs.decision',
    approved.map(({ id, organisationId, contentHash, createdAt }) => {
      const decided = { decision: 'approved', reason: '', decidedAt: createdAt, decidedBy: null }
      return { city, id: newId(), jobId: id, organisationId, contentHash, ...decided }
    }),
  )
  await insertMany(
    tx,
    'jobs.report',
    reports.map(({ id, at, kind, text, by, on }) => {
      const job = jobs[at]!
      const reported = { kind, text, reportedAt: on, reportedBy: by, settledAt: null }
      return { city, id, jobId: job.id, district: job.district, ...reported }
    }),
  )
}

/** What people asked to be told of. `query` as the page of the search has it in its address. */
export interface SearchFill {
  id: string
  personId: string
  name: string
  query: string
  alert: 'never' | 'daily' | 'weekly'
  newsFrom: string
  createdAt: Date
}

export const fillSearches = ({ tx, city }: Pick<Glance, 'tx' | 'city'>, searches: readonly SearchFill[]) =>
  insertMany(
    tx,
    'jobs.savedSearch',
    searches.map((search) => ({ city, ...search })),
  )

/** What was searched for on a day, how often, and how many postings the last answer held. */
export interface AskedFill {
  text: string
  day: string
  times: number
  found: number
}

export const fillAsked = ({ tx, city }: Pick<Glance, 'tx' | 'city'>, asked: readonly AskedFill[]) =>
  insertMany(
    tx,
    'jobs.asked',
    asked.map((one) => ({ city, ...one })),
  )

/** A filter of searches that found little on a day. */
export interface AskedFilterFill {
  kind: 'place' | 'occupation' | 'pay' | 'education' | 'employment'
  code: string
  day: string
  times: number
  little: number
}

export const fillAskedFilters = ({ tx, city }: Pick<Glance, 'tx' | 'city'>, asked: readonly AskedFilterFill[]) =>
  insertMany(
    tx,
    'jobs.askedFilter',
    asked.map((one) => ({ city, ...one })),
  )
