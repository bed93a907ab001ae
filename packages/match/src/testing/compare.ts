import { expect } from 'vitest'
import type { Found, MatchEngine } from '../engine/engine.ts'
import { type Ranking, rankJobs, rankTalents } from '../reference.ts'
import type { Town } from './towns.ts'

const ofReference = ({ matches, nearMisses }: Ranking): Found[] => [
  ...matches.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: false })),
  ...nearMisses.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: true })),
]

/** Asks the engine about everybody and expects what judging everybody answers. */
export function compare(engine: MatchEngine, { jobs, talents }: Town, k: number, near: number): void {
  for (const job of jobs)
    expect(engine.talentsForJob(job.id, k, near)).toEqual(ofReference(rankTalents(job, talents, k, near, engine.scene)))
  for (const talent of talents)
    expect(engine.jobsForTalent(talent.id, k, near)).toEqual(ofReference(rankJobs(talent, jobs, k, near, engine.scene)))
}
