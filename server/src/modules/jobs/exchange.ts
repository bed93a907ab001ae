import type { JobCard } from '@renshu/contracts'
import type { Job } from '@renshu/match'
import { dayOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Context } from '../../platform/http/index.ts'
import { organisations } from '../registry/index.ts'
import { addTaken, jobById, jobsById, listedJobs, newestListed, removeTaken } from './store/jobs.ts'
import { changedJobs } from './store/stream.ts'
import type { JobRow } from './tables.ts'
import { type Around, lookAround } from './views/around.ts'
import { cardOf } from './views/card.ts'

/** A posting in its latest state, as the stream tells it to indexes. */
export interface JobChange {
  changeSeq: number
  id: string
  /** Last day on which the public sees it, as known now; null: gone. A day may pass without a change: compare it. */
  listedUntil: string | null
  organisationId: string
  employerId: string
  openings: number
  job: Job
}

/** The same with what full-text search and its lists need. */
export interface PostingChange extends JobChange {
  /** In Chinese. */
  card: JobCard
  description: string
  skills: string[]
}

/** What the engine is told beside what was read when the posting was saved. */
const asEngineJob = (
  { engineJob, confirmedOn, publishedOn }: JobRow,
  employer: string,
  industry: string | null,
): Job => {
  const updatedOn = confirmedOn ?? publishedOn
  return {
    ...engineJob,
    ...(employer && { employer }),
    ...(industry && { industry }),
    ...(updatedOn && { updatedOn }),
  }
}

const changeOf = (row: JobRow, { nameOf, industryOf }: Around): JobChange => ({
  changeSeq: row.changeSeq,
  id: row.id,
  listedUntil: row.listedUntil,
  organisationId: row.organisationId,
  employerId: row.employerId,
  openings: row.openings,
  job: asEngineJob(row, nameOf(row.employerId).name, industryOf(row.employerId)),
})

/** Postings changed after a number of the city's stream, in order, at most `most`. Scope `system`. */
export async function readJobChanges(tx: Tx, city: string, after: number, most: number): Promise<JobChange[]> {
  const rows = await changedJobs(tx, city, after, most)
  const around = await lookAround({ tx, city, language: 'zh' }, rows)
  return rows.map((row) => changeOf(row, around))
}

/** The same with what search and its lists need. Scope `system`. */
export async function readPostingChanges(tx: Tx, city: string, after: number, most: number): Promise<PostingChange[]> {
  const rows = await changedJobs(tx, city, after, most)
  const around = await lookAround({ tx, city, language: 'zh' }, rows)
  return rows.map((row) => {
    const { description, skills } = row.content
    return { ...changeOf(row, around), card: cardOf(row, around), description, skills }
  })
}

/** Postings as the engine reads them, by id; as far as the caller may see them. */
export async function engineJobs(tx: Tx, city: string, ids: readonly string[]): Promise<Map<string, Job>> {
  const rows = await jobsById(tx, city, ids)
  const around = await lookAround({ tx, city, language: 'zh' }, rows)
  return new Map(
    rows.map((row) => [
      row.id,
      asEngineJob(row, around.nameOf(row.employerId).name, around.industryOf(row.employerId)),
    ]),
  )
}

/** Ids of the postings listed on a day, the newest first: a list without any personal choice. */
export const newestJobs = (tx: Tx, city: string, most: number, on: string): Promise<string[]> =>
  newestListed(tx, city, most, on)

/**
 * Cards by id, in two queries whatever their number: of what the public sees today; with `ended` of any posting, and
 * then the caller must have a right to it.
 */
export async function jobCards(
  context: Pick<Context, 'tx' | 'city' | 'language' | 'now' | 'asSystem'>,
  ids: readonly string[],
  { ended = false }: { ended?: boolean } = {},
): Promise<Map<string, JobCard>> {
  const { tx, city, asSystem, now } = context
  if (ids.length === 0) return new Map()
  return asSystem(async () => {
    const rows = ended ? await jobsById(tx, city, ids) : await listedJobs(tx, city, ids, dayOf(now()))
    const around = await lookAround(context, rows)
    return new Map(rows.map((row) => [row.id, cardOf(row, around)]))
  })
}

/** What whoever acts on a posting needs to know of it. */
export interface ListedJob {
  id: string
  title: string
  organisationId: string
  employerId: string
  employerName: string
  district: string
  occupation: string | null
  industry: string | null
  openings: number
  taken: number
  contentHash: string
  version: number
}

async function describe(tx: Tx, city: string, row: JobRow): Promise<ListedJob> {
  const { id, title, organisationId, employerId, district, occupation, openings, taken, contentHash, version } = row
  const employer = (await organisations(tx, city, [employerId])).get(employerId)
  const { name: employerName = '', industry = null } = employer ?? {}
  const parties = { organisationId, employerId, employerName }
  return { id, title, ...parties, district, occupation, industry, openings, taken, contentHash, version }
}

/** A posting that the public sees on a day; undefined for any other. */
export async function listedJob(tx: Tx, city: string, jobId: string, on: string): Promise<ListedJob | undefined> {
  const [row] = await listedJobs(tx, city, [jobId], on)
  return row && describe(tx, city, row)
}

export type OwnedJob = ListedJob & Pick<JobRow, 'status' | 'listedUntil'>

/** A posting of an organisation, in whatever state; undefined for another's. Scope member or system. */
export async function ownedJob(
  tx: Tx,
  city: string,
  organisationId: string,
  jobId: string,
): Promise<OwnedJob | undefined> {
  const row = await jobById(tx, city, jobId)
  if (row?.organisationId !== organisationId) return undefined
  return { ...(await describe(tx, city, row)), status: row.status, listedUntil: row.listedUntil }
}

export interface JobState {
  /** The public sees it. */
  listed: boolean
  /** Of what it says now. */
  contentHash: string
  /** An officer refused it, and none has approved it since. */
  refused: boolean
  /** The posting that it was merged into. */
  mergedInto: string | null
}

/** How postings stand on a day; of any posting. Scope `system`. */
export async function jobStates(
  tx: Tx,
  city: string,
  ids: readonly string[],
  on: string,
): Promise<Map<string, JobState>> {
  const rows = await jobsById(tx, city, ids)
  return new Map(
    rows.map(({ id, listedUntil, contentHash, refusal, duplicateOf }) => [
      id,
      {
        listed: listedUntil !== null && listedUntil >= on,
        contentHash,
        refused: refusal !== null,
        mergedInto: duplicateOf,
      },
    ]),
  )
}

/** Takes one opening for somebody who accepted; false where the last one is gone. Scope `system`. */
export const takeOpening = (tx: Tx, city: string, jobId: string): Promise<boolean> => addTaken(tx, city, jobId)

/** Gives an opening back that was taken. Scope `system`. */
export const giveBackOpening = (tx: Tx, city: string, jobId: string): Promise<void> => removeTaken(tx, city, jobId)
