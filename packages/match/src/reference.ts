import type { Scene } from './aspect.ts'
import { type Fit, type Rating, isFit, isNearMiss, judgeFit, rateFit } from './definition.ts'
import type { Job, Talent } from './types.ts'

export type Ranked = { id: string; fit: Fit }
export type Ranking = { matches: Ranked[]; nearMisses: Ranked[] }
type Candidate = { id: string; job: Job; talent: Talent; rating: Rating }

/** Best score first; among equals the id that sorts first by its characters. */
const byRank = (a: Candidate, b: Candidate): number =>
  b.rating.points - a.rating.points || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function rank(candidates: Candidate[], k: number, near: number, scene: Scene): Ranking {
  const sorted = candidates.sort(byRank)
  const best = (isWanted: (rating: Rating) => boolean, most: number): Ranked[] =>
    sorted
      .filter(({ rating }) => isWanted(rating))
      .slice(0, Math.max(0, most))
      .map(({ id, job, talent }) => ({ id, fit: judgeFit(job, talent, scene) }))
  return { matches: best(isFit, k), nearMisses: best(isNearMiss, near) }
}

/** The oracle: every talent judged for one job. */
export const rankTalents = (job: Job, talents: readonly Talent[], k: number, near: number, scene: Scene): Ranking =>
  rank(
    talents.map((talent) => ({ id: talent.id, job, talent, rating: rateFit(job, talent, scene) })),
    k,
    near,
    scene,
  )

/** The oracle: every job judged for one talent. */
export const rankJobs = (talent: Talent, jobs: readonly Job[], k: number, near: number, scene: Scene): Ranking =>
  rank(
    jobs.map((job) => ({ id: job.id, job, talent, rating: rateFit(job, talent, scene) })),
    k,
    near,
    scene,
  )
