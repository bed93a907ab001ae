import type { Scene } from '../aspect.ts'
import { type Factor, type Fit, judgeFit } from '../definition.ts'
import type { Reason } from '../reasons/index.ts'
import type { ConstraintName } from '../settings.ts'
import type { Job, Talent } from '../types.ts'
import { Best } from './best.ts'
import type { Search } from './search.ts'

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

export type Sides = { jobs: readonly Job[]; talents: readonly Talent[]; scene: Scene }
type Wanted = { k: number; near: number; order: Uint32Array }

/** Finds the best and explains the winners by the definition itself. */
export function answer(
  sides: Sides,
  search: Search,
  asker: number,
  asking: 'jobs' | 'talents',
  wanted: Wanted,
): Match[] {
  const fits = new Best(wanted.k, wanted.order)
  const nearMisses = new Best(wanted.near, wanted.order)
  search.run(asker, fits, nearMisses)
  return [...fits.records, ...nearMisses.records].map((found, place) => {
    const job = sides.jobs[asking === 'jobs' ? asker : found]!
    const talent = sides.talents[asking === 'jobs' ? found : asker]!
    return toMatch(job, talent, place + 1, judgeFit(job, talent, sides.scene))
  })
}

function toMatch(job: Job, talent: Talent, rank: number, fit: Fit): Match {
  const match: Match = { jobId: job.id, talentId: talent.id, rank, score: fit.points / 100, factors: fit.factors }
  const [broken] = fit.broken
  if (!broken) return match
  const { constraint, by, unit, reason } = broken
  return { ...match, nearMiss: { constraint, ...(by !== undefined && { by }), ...(unit && { unit }), reason } }
}
