import type { Scene } from '../aspect.ts'
import { type Factor, type Fit, judgeFit } from '../definition.ts'
import type { Reason } from '../reasons/index.ts'
import type { ConstraintName } from '../settings.ts'
import type { Job, Talent } from '../types.ts'

export type Match = {
  jobId: string
  talentId: string
  /** From 1; near misses follow the matches. */
  rank: number
  /** 0–100 with two decimals, the sum of the factors' points. */
  score: number
  /** Points and most points with two decimals. */
  factors: Factor[]
  /** The one constraint that is broken, when this is not a match but nearly one. */
  nearMiss?: { constraint: ConstraintName; by?: number; unit?: string; reason: Reason }
}

/** Judges a found pair again by the definition itself, for the reasons. @param rank from 1 */
export function explain(job: Job, talent: Talent, rank: number, scene: Scene): Match {
  const fit: Fit = judgeFit(job, talent, scene)
  const match: Match = { jobId: job.id, talentId: talent.id, rank, score: fit.points / 100, factors: fit.factors }
  const [broken] = fit.broken
  if (!broken) return match
  const { constraint, by, unit, reason } = broken
  return { ...match, nearMiss: { constraint, ...(by !== undefined && { by }), ...(unit && { unit }), reason } }
}
