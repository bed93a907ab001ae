import type { Scene } from './aspect.ts'
import { type Fit, isFit, isNearMiss, judgeFit } from './definition.ts'
import type { Job, Talent } from './types.ts'

export type Ranked = { id: string; fit: Fit }
export type Ranking = { matches: Ranked[]; nearMisses: Ranked[] }

/** Best score first; among equals the id that sorts first by its characters. */
const byRank = (a: Ranked, b: Ranked): number => b.fit.points - a.fit.points || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function rank(candidates: Ranked[], k: number, near: number): Ranking {
  const sorted = candidates.sort(byRank)
  return {
    matches: sorted.filter(({ fit }) => isFit(fit)).slice(0, Math.max(0, k)),
    nearMisses: sorted.filter(({ fit }) => isNearMiss(fit)).slice(0, Math.max(0, near)),
  }
}

/** The oracle: every talent judged for one job. */
export const rankTalents = (job: Job, talents: readonly Talent[], k: number, near: number, scene: Scene): Ranking =>
  rank(
    talents.map((talent) => ({ id: talent.id, fit: judgeFit(job, talent, scene) })),
    k,
    near,
  )

/** The oracle: every job judged for one talent. */
export const rankJobs = (talent: Talent, jobs: readonly Job[], k: number, near: number, scene: Scene): Ranking =>
  rank(
    jobs.map((job) => ({ id: job.id, fit: judgeFit(job, talent, scene) })),
    k,
    near,
  )
