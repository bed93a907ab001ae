import { EMPLOYMENT_TYPES, type EducationLevel, type EmploymentType, educationRank } from '@renshu/codes'
import type { Job, Scene, Talent } from '@renshu/match'
import { AGE, AVAILABILITY, RECENCY, SALARY } from './aspects.ts'

const DAY = 86_400_000

/** The plain figures of a talent, one column each; undefined is unknown. */
export type Stated = {
  /** Rank of the level, 0–7. */
  education: number | undefined
  years: number | undefined
  /** Fen that the wish begins at. */
  wage: number | undefined
  /** One bit per type accepted; 0 when nothing is stated. */
  employment: number
  /** Days since 1970-01-01. */
  available: number | undefined
  born: number | undefined
  /** Days since 1970-01-01. */
  renewed: number | undefined
}

export const statedBy = (talent: Talent): Stated => ({
  education: rankOf(talent.education),
  years: talent.years,
  wage: SALARY.ofTalent(talent)?.min,
  employment: maskOf(talent.employment),
  available: dayNumber(AVAILABILITY.ofTalent(talent)),
  born: AGE.ofTalent(talent),
  renewed: dayNumber(RECENCY.ofTalent(talent)),
})

export const dayNumber = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Math.round(Date.parse(day) / DAY)

const rankOf = (level: EducationLevel | undefined): number | undefined =>
  level === undefined || level === 'none' ? undefined : educationRank(level)

const maskOf = (types: readonly EmploymentType[] = []): number =>
  types.reduce((mask, type) => mask | (1 << EMPLOYMENT_TYPES.indexOf(type)), 0)

/** The constraints that compare plain figures, as SQL conditions on the columns named in {@link Stated}. */
export function plainConditions(job: Job, scene: Scene): string[] {
  return [
    ...atLeast('education', rankOf(job.education)),
    ...atLeast('years', job.years),
    ...payConditions(job, scene),
    ...employmentConditions(job),
    ...availabilityConditions(job),
    ...ageConditions(job, scene),
  ]
}

const atLeast = (column: string, least: number | undefined): string[] =>
  least === undefined ? [] : [`(${column} IS NULL OR ${column} >= ${least})`]

function payConditions(job: Job, { settings }: Scene): string[] {
  const top = SALARY.ofJob(job)?.max
  if (top === undefined) return []
  return [`(wage IS NULL OR wage - ${top} <= ${Math.round(top * settings.salaryTolerance)})`]
}

function employmentConditions(job: Job): string[] {
  const offered = maskOf(job.employment)
  return offered === 0 ? [] : [`(employment = 0 OR employment & ${offered} <> 0)`]
}

function availabilityConditions(job: Job): string[] {
  const latest = dayNumber(AVAILABILITY.ofJob(job))
  return latest === undefined ? [] : [`(available IS NULL OR available <= ${latest})`]
}

/** A birth year leaves a year open. */
function ageConditions(job: Job, { settings, asOf }: Scene): string[] {
  const limits = AGE.ofJob(job)
  const year = Number(asOf.slice(0, 4))
  const youngest = `born <= ${year - Math.max(settings.legalAge, limits?.min ?? 0)}`
  const oldest = limits?.max === undefined ? [] : [`born >= ${year - 1 - limits.max}`]
  return [`(born IS NULL OR ${[youngest, ...oldest].join(' AND ')})`]
}
