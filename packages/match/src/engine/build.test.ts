import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fit, judgeFit } from '../definition.ts'
import { InvalidSettings } from '../errors.ts'
import { type Ranking, rankJobs, rankTalents } from '../reference.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts'
import { AS_OF, makeJob, makeTalent } from '../testing/fixtures.ts'
import { type Town, aTown, someSettings } from '../testing/towns.ts'
import type { Match } from './answer.ts'
import { type MatchIndex, buildIndex } from './build.ts'

/** What two ways to the same answer have to agree in; `missed` of near misses only. */
type Answer = { id: string; rank: number; score: number; missed: object | undefined }

const ofIndex = (matches: Match[], side: 'jobId' | 'talentId'): Answer[] =>
  matches.map(({ rank, score, nearMiss, ...match }) => ({ id: match[side], rank, score, missed: nearMiss }))

const ofReference = ({ matches, nearMisses }: Ranking): Answer[] =>
  [...matches, ...nearMisses].map(({ id, fit }, place) => ({
    id,
    rank: place + 1,
    score: fit.points / 100,
    missed: place < matches.length ? undefined : missedBy(fit),
  }))

function missedBy({ broken: [only] }: Fit): object {
  const { isNear: _, ...missed } = only!
  return missed
}

/** Asks about every `step`-th record of both sides; how many answers and near misses were compared. */
function compare(index: MatchIndex, { jobs, talents }: Town, k: number, near: number, step = 1): [number, number] {
  const compared: Answer[] = []
  const agree = (found: Answer[], expected: Ranking) => {
    expect(found).toEqual(ofReference(expected))
    compared.push(...found)
  }
  for (let i = 0; i < jobs.length; i += step)
    agree(ofIndex(index.talentsForJob(i, k, near), 'talentId'), rankTalents(jobs[i]!, talents, k, near, index.scene))
  for (let i = 0; i < talents.length; i += step)
    agree(ofIndex(index.jobsForTalent(i, k, near), 'jobId'), rankJobs(talents[i]!, jobs, k, near, index.scene))
  return [compared.length, compared.filter(({ missed }) => missed).length]
}

const town = aTown(1, 12)
const most = fc.integer({ min: -1, max: 5 })

describe('the index answers as judging everybody does, both ways', () => {
  test('in a small town with the usual settings', () => {
    fc.assert(
      fc.property(town, most, most, (records, k, near) => {
        compare(buildIndex({ ...records, asOf: AS_OF }), records, k, near)
      }),
      { numRuns: 150 },
    )
  })

  test('in a small town with any settings', () => {
    fc.assert(
      fc.property(town, someSettings, most, most, (records, settings, k, near) => {
        compare(buildIndex({ ...records, asOf: AS_OF, settings }), records, k, near)
      }),
      { numRuns: 150 },
    )
  })

  test('in a larger town, where columns grow and the best drop out of the lists', () => {
    const words = Array.from({ length: 40 }, (_, i) => `词${i}`)
    const [records] = fc.sample(aTown(220, 220, words), { numRuns: 1, seed: 11 })
    expect(records!.talents.reduce((sum, { terms }) => sum + new Set(terms).size, 0)).toBeGreaterThan(2 * 1024)
    const [answers, nearMisses] = compare(buildIndex({ ...records!, asOf: AS_OF }), records!, 10, 5, 9)
    expect(answers - nearMisses).toBeGreaterThan(200)
    expect(nearMisses).toBeGreaterThan(100)
  })
})

const [first, second] = [makeJob({ id: 'b' }), makeJob({ id: 'a', years: 4 })]
const small = buildIndex({ jobs: [first, second], talents: [makeTalent()], asOf: AS_OF })

test('a near miss follows the matches and says what is missed, a match does not', () => {
  const [match, nearMiss] = small.jobsForTalent(0, 5, 5)
  expect(match).toMatchObject({ jobId: 'b', talentId: 'talent-1', rank: 1 })
  expect(match).not.toHaveProperty('nearMiss')
  expect(nearMiss).toMatchObject({ jobId: 'a', rank: 2, nearMiss: { constraint: 'experience', by: 1, unit: 'years' } })
})

test.each([
  [1, 0, ['b']],
  [0, 1, ['a']],
  [0, 0, []],
  [-1, -1, []],
  [-1, 1, ['a']],
  [1, -1, ['b']],
])('%d matches and %d near misses at most', (k, near, ids) => {
  expect(small.jobsForTalent(0, k, near).map(({ jobId }) => jobId)).toEqual(ids)
})

test('a match names every factor, and its points add up to the score of the definition', () => {
  const [job, talent] = [makeJob({ skills: ['叉车'] }), makeTalent({ skills: ['叉车'] })]
  const index = buildIndex({ jobs: [job], talents: [talent], asOf: AS_OF })
  const [match] = index.talentsForJob(0, 1, 0)
  const fit = judgeFit(job, talent, index.scene)
  expect(match!.factors).toEqual(fit.factors)
  expect(match!.factors).toHaveLength(7)
  expect(match!.score).toBe(fit.points / 100)
})

test('equal scores are ranked by id, whatever the order of the input', () => {
  const jobs = ['b', 'c', 'a'].map((id) => makeJob({ id }))
  const ranked = buildIndex({ jobs, talents: [makeTalent()], asOf: AS_OF }).jobsForTalent(0, 3, 0)
  expect(ranked.map(({ jobId, rank }) => [jobId, rank])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ])
})

test('a perfect score does not close the list to an equal one with an earlier id', () => {
  const alike = { title: '叉车司机', skills: ['叉车'], terms: ['叉车'], updatedOn: AS_OF }
  const jobs = ['b', 'a'].map((id) => makeJob({ ...alike, id }))
  const { title, ...profile } = alike
  const talent = makeTalent({ ...profile, wishes: [{ title, occupations: [] }], salary: { min: 600_000 } })
  const [best] = buildIndex({ jobs, talents: [talent], asOf: AS_OF }).jobsForTalent(0, 1, 0)
  expect(best).toMatchObject({ jobId: 'a', score: 100 })
})

test('no records, no answers', () => {
  expect(buildIndex({ jobs: [makeJob()], talents: [], asOf: AS_OF }).talentsForJob(0, 5, 5)).toEqual([])
})

test.each<[refused: string, asOf: string, settings: Settings]>([
  [
    'weights that do not add up to 100',
    AS_OF,
    { ...DEFAULT_SETTINGS, weights: { ...DEFAULT_SETTINGS.weights, text: 9 } },
  ],
  ['a day that is none', '2026-11', DEFAULT_SETTINGS],
  ['a month that is none', '2026-13-01', DEFAULT_SETTINGS],
])('%s are refused', (_, asOf, settings) => {
  expect(() => buildIndex({ jobs: [], talents: [], asOf, settings })).toThrow(InvalidSettings)
})
