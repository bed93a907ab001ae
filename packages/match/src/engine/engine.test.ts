import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankJobs, rankTalents, type Ranking } from '../reference.ts'
import { countCorpus } from '../corpus.ts'
import { AS_OF } from '../testing/fixtures.ts'
import { aTown, someSettings, type Town } from '../testing/towns.ts'
import { type Found, MatchEngine } from './engine.ts'

const ofReference = ({ matches, nearMisses }: Ranking): Found[] => [
  ...matches.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: false })),
  ...nearMisses.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: true })),
]

function compare(engine: MatchEngine, { jobs, talents }: Town, k: number, near: number): void {
  for (const job of jobs)
    expect(engine.talentsForJob(job.id, k, near)).toEqual(ofReference(rankTalents(job, talents, k, near, engine.scene)))
  for (const talent of talents)
    expect(engine.jobsForTalent(talent.id, k, near)).toEqual(ofReference(rankJobs(talent, jobs, k, near, engine.scene)))
}

const town = aTown(1, 12)
const most = fc.integer({ min: -1, max: 5 })

describe('the engine answers as judging everybody does, both ways', () => {
  test('in a small town with the usual settings', () => {
    fc.assert(
      fc.property(town, most, most, (records, k, near) => {
        compare(MatchEngine.build({ ...records, asOf: AS_OF }), records, k, near)
      }),
      { numRuns: 150 },
    )
  })

  test('in a small town with any settings', () => {
    fc.assert(
      fc.property(town, someSettings, most, most, (records, settings, k, near) => {
        compare(MatchEngine.build({ ...records, asOf: AS_OF, settings }), records, k, near)
      }),
      { numRuns: 150 },
    )
  })
})

test('the engine weighs words as the definition does', () => {
  fc.assert(
    fc.property(town, ({ jobs, talents }) => {
      const { corpus } = MatchEngine.build({ jobs, talents, asOf: AS_OF }).scene
      const counted = countCorpus(jobs, talents)
      for (const item of ['叉车', '装卸', 'driving-a2', '没有']) {
        expect(corpus.skillWeight(item)).toBe(counted.skillWeight(item))
        expect(corpus.termWeight(item)).toBe(counted.termWeight(item))
      }
      for (const length of [1, 7]) expect(corpus.frequency(1, length)).toBe(counted.frequency(1, length))
    }),
    { numRuns: 50 },
  )
})
