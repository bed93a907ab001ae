import { EDUCATION_LEVELS, EMPLOYMENT_TYPES, SHIFTS } from '@renshu/codes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeFit } from '../definition.ts'
import { InvalidSettings } from '../errors.ts'
import { type Ranking, rankJobs, rankTalents } from '../reference.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { AS_OF, makeJob, makeTalent } from '../testing/fixtures.ts'
import type { Job, Talent } from '../types.ts'
import type { Match } from './answer.ts'
import { buildIndex } from './build.ts'

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const few = <T>(...values: T[]) => fc.uniqueArray(some(...values), { maxLength: 3 })
const titles = some('叉车司机', '叉车工', '会计', '数据分析师', '月嫂', '普工')
const guesses = fc.array(
  fc.record({ code: some('6-30-05-02', '6-30-05-01', '2-06-03-00', '4-10-01-06'), confidence: some(0.3, 0.7, 1) }),
  { maxLength: 2 },
)
const places = few('370200', '370202', '370203', '370211', '371102', '110105', '370000')
const fen = some(300_000, 500_000, 800_000, 1_000_000, 2_000_000)
const certificates = some('forklift-n1', 'sightseeing-n2', 'driving-a2')
const words = fc.array(some('叉车', '装卸', '报表', '沟通', '夜班', '产妇'), { maxLength: 6 })
const day = some('2026-01-05', '2026-10-01', '2026-11-20')

/** fast-check gives `undefined` where a record leaves a field out; the types want it gone. */
const drop = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

const aJob: fc.Arbitrary<Job> = fc
  .record({
    title: titles,
    occupations: guesses,
    places,
    remote: maybe(fc.boolean()),
    salary: maybe(fc.record({ min: fen, max: fc.constant(2_000_000) })),
    education: maybe(some(...EDUCATION_LEVELS)),
    years: maybe(fc.nat(6)),
    certificates: fc.uniqueArray(fc.record({ code: certificates, required: fc.boolean() }), {
      maxLength: 2,
      selector: ({ code }) => code,
    }),
    skills: few('叉车', '装卸', 'Excel', 'Python'),
    employment: maybe(few(...EMPLOYMENT_TYPES)),
    shifts: maybe(few(...SHIFTS)),
    startBy: maybe(day),
    terms: words,
    updatedOn: maybe(day),
  })
  .map((change) => makeJob(drop(change)))

const aTalent: fc.Arbitrary<Talent> = fc
  .record({
    wishes: fc.array(fc.record({ title: titles, occupations: guesses }), { maxLength: 2 }),
    places,
    home: maybe(some('370202', '370211', '371102')),
    commuteKm: maybe(some(5, 20, 60)),
    salary: maybe(fc.record({ min: fen })),
    education: maybe(some(...EDUCATION_LEVELS)),
    years: maybe(fc.nat(12)),
    born: maybe(some(1965, 1990, 2013)),
    certificates: fc.uniqueArray(certificates, { maxLength: 2 }),
    skills: few('叉车', '装卸', 'Excel', 'Python'),
    employment: maybe(few(...EMPLOYMENT_TYPES)),
    availableFrom: maybe(day),
    refuses: maybe(fc.record({ shifts: few(...SHIFTS) })),
    terms: words,
    updatedOn: maybe(day),
  })
  .map((change) => makeTalent(drop(change)))

const withIds = <T extends { id: string }>(records: T[], prefix: string): T[] =>
  records.map((record, i) => ({ ...record, id: `${prefix}${i}` }))
const scores = (matches: Match[], side: 'jobId' | 'talentId') => matches.map((match) => [match[side], match.score])
const ofRanking = ({ matches, nearMisses }: Ranking) =>
  [...matches, ...nearMisses].map(({ id, fit }) => [id, fit.points / 100])
const towns = fc.tuple(
  fc.array(aJob, { minLength: 1, maxLength: 12 }),
  fc.array(aTalent, { minLength: 1, maxLength: 12 }),
)

test('the index returns the same best, near misses and scores as judging everybody, both ways', () => {
  fc.assert(
    fc.property(towns, fc.integer({ min: 0, max: 5 }), fc.nat(4), ([madeJobs, madeTalents], k, near) => {
      const [jobs, talents] = [withIds(madeJobs, 'j'), withIds(madeTalents, 't')]
      const index = buildIndex({ jobs, talents, asOf: AS_OF })
      for (const [i, job] of jobs.entries())
        expect(scores(index.talentsForJob(i, k, near), 'talentId')).toEqual(
          ofRanking(rankTalents(job, talents, k, near, index.scene)),
        )
      for (const [i, talent] of talents.entries())
        expect(scores(index.jobsForTalent(i, k, near), 'jobId')).toEqual(
          ofRanking(rankJobs(talent, jobs, k, near, index.scene)),
        )
    }),
    { numRuns: 300 },
  )
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

test('a match names every factor, and its points add up to the score of the definition', () => {
  const [job, talent] = [makeJob({ skills: ['叉车'] }), makeTalent({ skills: ['叉车'] })]
  const index = buildIndex({ jobs: [job], talents: [talent], asOf: AS_OF })
  const [match] = index.talentsForJob(0, 1, 0)
  expect(match!.factors).toHaveLength(7)
  expect(match!.score).toBe(judgeFit(job, talent, index.scene).points / 100)
})

test('no records, no answers', () => {
  expect(buildIndex({ jobs: [makeJob()], talents: [], asOf: AS_OF }).talentsForJob(0, 5, 5)).toEqual([])
})

test('weights that do not add up to 100 are refused', () => {
  const settings = { ...DEFAULT_SETTINGS, weights: { ...DEFAULT_SETTINGS.weights, text: 9 } }
  expect(() => buildIndex({ jobs: [], talents: [], asOf: AS_OF, settings })).toThrow(InvalidSettings)
})
