import type { JobRead, JobWording } from '@renshu/intake'
import type { Job } from '@renshu/match'
import type { Rejected } from '../../../platform/imports/index.ts'
import { isLastDay } from '../content/last-day.ts'
import { canonical, type JobContent, sha256 } from '../content/content.ts'

/** A row that can become a posting. */
export interface Candidate {
  line: number
  /** The source's own number, else one made of what the row says. */
  sourceId: string
  sourceHash: string
  /** For whom the row says that work is done; empty where it does not. */
  employer: string
  content: JobContent
  engineJob: Omit<Job, 'id'>
}

type Read = Extract<JobRead, { job: Job }>

const LONGEST_TITLE = 60
const LONGEST_TEXT = 8000
const LONGEST_ID = 100
const MOST = { places: 20, skills: 60, certificates: 20 }
const SURE = 0.5
const CONTROL = /[^\P{Cc}\n\t]/gu

const cut = (text: string, longest: number): string => text.replaceAll(CONTROL, ' ').trim().slice(0, longest).trim()

/** So many openings over the places, at least one at each. */
function placesOf(codes: readonly string[], headcount: number | undefined): JobContent['places'] {
  const places = codes.slice(0, MOST.places)
  const total = Math.min(Math.max(headcount ?? places.length, places.length), 9999)
  const each = Math.floor(total / places.length)
  return places.map((place, at) => ({
    place,
    address: '',
    openings: at === 0 ? total - each * (places.length - 1) : each,
  }))
}

function contentOf(
  job: Job,
  { description, headcount, welfare }: JobWording,
  validUntil: string,
  today: string,
): JobContent {
  const [best] = job.occupations
  const { startBy } = job
  return {
    title: cut(job.title, LONGEST_TITLE),
    description: cut(description, LONGEST_TEXT) || cut(job.title, LONGEST_TITLE),
    occupation: best && best.confidence >= SURE ? best.code : null,
    places: placesOf(job.places, headcount),
    remote: job.remote ?? false,
    salary: job.salary ?? null,
    education: job.education ?? null,
    years: job.years === undefined ? null : Math.ceil(job.years),
    employment: job.employment ?? [],
    shifts: job.shifts ?? [],
    welfare,
    certificates: job.certificates.slice(0, MOST.certificates),
    skills: job.skills.slice(0, MOST.skills),
    startBy: startBy && startBy >= today ? startBy : null,
    validUntil,
    scope: 'everyone',
  }
}

/** Why the last day of a row will not do. */
export type LastDayProblem = 'validUntil.unreadable' | 'validUntil.past' | 'validUntil.tooFar'

function lastDayProblem(day: string | undefined, today: string): LastDayProblem | undefined {
  if (day === undefined) return 'validUntil.unreadable'
  if (isLastDay(day, today)) return undefined
  return day <= today ? 'validUntil.past' : 'validUntil.tooFar'
}

/**
 * What a row says as a posting. Its date of publication stays out: the desk that imports says that it stands today.
 * @param usual the last day of a posting whose row names none
 */
export function candidateOf({ job, wording }: Read, usual: string, today: string): Candidate | Rejected {
  const said = wording()
  const { validUntil: lastDay } = said
  const reason = lastDay && lastDayProblem(lastDay.day, today)
  if (lastDay && reason) return { line: said.line, column: lastDay.column, value: lastDay.value, reason }
  const { id, employer = '', updatedOn: _updatedOn, ...engineJob } = job
  const { line, hasOwnId, validUntil: _, ...words } = said
  const sourceHash = sha256(canonical({ ...engineJob, ...words, validUntil: lastDay?.day }))
  return {
    line,
    sourceId: hasOwnId ? id.slice(0, LONGEST_ID) : `text-${sourceHash.slice(0, 32)}`,
    sourceHash,
    employer,
    content: contentOf(job, said, lastDay?.day ?? usual, today),
    engineJob,
  }
}
