import type { AnyAspect, Failure, Scene } from './aspect.ts'
import { age } from './constraints/age.ts'
import { availability } from './constraints/availability.ts'
import { certificates } from './constraints/certificates.ts'
import { education } from './constraints/education.ts'
import { employment } from './constraints/employment.ts'
import { refusals } from './constraints/refusals.ts'
import { experience } from './factors/experience.ts'
import { occupation } from './factors/occupation.ts'
import { place } from './factors/place.ts'
import { recency } from './factors/recency.ts'
import { salary } from './factors/salary.ts'
import { skills } from './factors/skills.ts'
import { text } from './factors/text.ts'
import type { Reason } from './reasons/index.ts'
import type { ConstraintName, FactorName } from './settings.ts'
import type { Job, Talent } from './types.ts'

/**
 * The definition of fit between a job and a talent: what is asked, in the order in which it is shown, which constraint
 * it can break and which factor it gives points to. Everything else in this package serves to answer it fast.
 */
export const DEFINITION: readonly { aspect: AnyAspect; constraint?: ConstraintName; factor?: FactorName }[] = [
  { aspect: occupation, factor: 'occupation', constraint: 'occupation' },
  { aspect: skills, factor: 'skills' },
  { aspect: text, factor: 'text' },
  { aspect: salary, factor: 'salary', constraint: 'salary' },
  { aspect: place, factor: 'distance', constraint: 'place' },
  { aspect: experience, factor: 'experience', constraint: 'experience' },
  { aspect: recency, factor: 'recency' },
  { aspect: education, constraint: 'education' },
  { aspect: certificates, constraint: 'certificates' },
  { aspect: employment, constraint: 'employment' },
  { aspect: availability, constraint: 'availability' },
  { aspect: refusals, constraint: 'refusals' },
  { aspect: age, constraint: 'age' },
]

/** Points are whole hundredths, so that the factors add up to the score and equal scores are equal. */
export const toPoints = (share: number, weight: number): number =>
  Math.round(Math.min(1, Math.max(0, share)) * weight * 100)

export type Factor = { name: FactorName; points: number; max: number; reason: Reason }
export type BrokenConstraint = Failure & { constraint: ConstraintName; reason: Reason }

export type Fit = {
  /** 0–10,000 hundredths of a point: the sum of the factors, whether or not a constraint is broken. */
  points: number
  factors: Factor[]
  broken: BrokenConstraint[]
  /** The constraints that are kept, with what was compared: what a person sees under "also checked". */
  kept: { constraint: ConstraintName; reason: Reason }[]
}

/** What decides where a fit is ranked, the same numbers as in the whole {@link Fit}. */
export type Rating = { points: number; broken: readonly Failure[] }

/** Judges like {@link judgeFit} but asks for no reasons, for whoever judges many and shows few. */
export function rateFit(job: Job, talent: Talent, scene: Scene): Rating {
  let points = 0
  const broken: Failure[] = []
  for (const { aspect, constraint, factor } of DEFINITION) {
    const { share, failure } = aspect.judge(aspect.ofJob(job), aspect.ofTalent(talent), scene)
    if (factor) points += toPoints(share ?? 0, scene.settings.weights[factor])
    if (constraint && failure) broken.push(failure)
  }
  return { points, broken }
}

/** Judges one job and one talent by the definition: the slow, complete answer that every other path must agree with. */
export function judgeFit(job: Job, talent: Talent, scene: Scene): Fit {
  const fit: Fit = { points: 0, factors: [], broken: [], kept: [] }
  for (const { aspect, constraint, factor } of DEFINITION) {
    const { share, failure, explain } = aspect.judge(aspect.ofJob(job), aspect.ofTalent(talent), scene)
    const reason = explain()
    if (factor) {
      const max = scene.settings.weights[factor]
      const points = toPoints(share ?? 0, max)
      fit.points += points
      fit.factors.push({ name: factor, points: points / 100, max, reason })
    }
    if (constraint && failure) fit.broken.push({ ...failure, constraint, reason })
    else if (constraint) fit.kept.push({ constraint, reason })
  }
  return fit
}

/** A fit breaks nothing; a near miss breaks one constraint, by little. */
export const isFit = ({ broken }: Pick<Rating, 'broken'>): boolean => broken.length === 0
export const isNearMiss = ({ broken }: Pick<Rating, 'broken'>): boolean => broken.length === 1 && broken[0]!.isNear
