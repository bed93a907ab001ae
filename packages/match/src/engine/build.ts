import type { Scene } from '../aspect.ts'
import type { Settings } from '../settings.ts'
import type { TitleComparer } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { type Match, explain } from './answer.ts'
import { MatchEngine } from './engine.ts'

export type MatchInput = {
  jobs: readonly Job[]
  talents: readonly Talent[]
  /** The day on which the match is made, ISO date. */
  asOf: string
  settings?: Settings
  titles?: TitleComparer
}

/** An index over a set of jobs and talents that answers in both directions what {@link judgeFit} would answer. */
export type MatchIndex = {
  scene: Scene
  /** @param job position in the input. @param k most matches. @param near most near misses, after the matches. */
  talentsForJob: (job: number, k: number, near: number) => Match[]
  jobsForTalent: (talent: number, k: number, near: number) => Match[]
}

/**
 * An engine beside the records it was built from, so that every answer is explained.
 *
 * @throws InvalidSettings also when `asOf` is no ISO date; DuplicateId, InvalidRecord, IndexFull
 */
export function buildIndex(input: MatchInput): MatchIndex {
  const engine = MatchEngine.build(input)
  const jobs = new Map(input.jobs.map((job) => [job.id, job]))
  const talents = new Map(input.talents.map((talent) => [talent.id, talent]))
  const { scene } = engine
  return {
    scene,
    talentsForJob(number, k, near) {
      const job = input.jobs[number]!
      return engine
        .talentsForJob(job.id, k, near)
        .map(({ id }, place) => explain(job, talents.get(id)!, place + 1, scene))
    },
    jobsForTalent(number, k, near) {
      const talent = input.talents[number]!
      return engine
        .jobsForTalent(talent.id, k, near)
        .map(({ id }, place) => explain(jobs.get(id)!, talent, place + 1, scene))
    },
  }
}
