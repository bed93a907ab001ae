import type { DismissReason, JobCard, LoweredBy } from '@renshu/contracts'

/** A posting somebody is not interested in, and why. */
export interface Dismissed {
  reason: DismissReason
  job: JobCard
}

/** The district of a place; of a place that is wider the place itself. */
const districtOf = (place: string): string => place.slice(0, 6)
const mostOf = ({ salary }: JobCard): number | null => salary && (salary.max ?? salary.min ?? null)

type Judge = (job: JobCard, dismissed: JobCard) => boolean

/** In what a posting is as the dismissed one was, where that was the reason. What it does not say is not held against it. */
const ALIKE: Record<LoweredBy, Judge> = {
  occupation: (job, dismissed) => job.occupation !== null && job.occupation.code === dismissed.occupation?.code,
  place: (job, dismissed) => {
    const districts = new Set(dismissed.places.map(({ place }) => districtOf(place)))
    return job.places.length > 0 && job.places.every(({ place }) => districts.has(districtOf(place)))
  },
  pay: (job, dismissed) => {
    const [most, refused] = [mostOf(job), mostOf(dismissed)]
    return most !== null && refused !== null && most <= refused
  },
  hours: (job, dismissed) => job.shifts.length > 0 && job.shifts.every((shift) => dismissed.shifts.includes(shift)),
}
const REASONS = Object.keys(ALIKE) as LoweredBy[]

/** Why a posting stands lower: it is what somebody gave as the reason for another one. */
const loweredBy = (job: JobCard, dismissed: readonly Dismissed[]): LoweredBy[] =>
  REASONS.filter((reason) => dismissed.some((each) => each.reason === reason && ALIKE[reason](job, each.job)))

/**
 * What fits, in the order of what somebody said of other postings: none of an employer he would not work for; those that
 * share a reason of his behind those that share none, among themselves as they were.
 */
export function heed<T extends { job: JobCard }>(
  matches: readonly T[],
  dismissed: readonly Dismissed[],
): (T & { lowered: LoweredBy[] })[] {
  const employers = new Set(dismissed.flatMap(({ reason, job }) => (reason === 'employer' ? job.employer.id : [])))
  return matches
    .filter(({ job }) => !employers.has(job.employer.id))
    .map((match) => ({ ...match, lowered: loweredBy(match.job, dismissed) }))
    .toSorted((one, other) => Number(one.lowered.length > 0) - Number(other.lowered.length > 0))
}
