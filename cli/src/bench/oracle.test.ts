import { DEFAULT_SETTINGS, LEARNED_TITLES, countCorpus, rankJobs, rankTalents } from '@renshu/match'
import { expect, test } from 'vitest'
import { bestJobs, bestTalents, compareAnswers } from './oracle.ts'
import { ANSWER_SIZE } from './peers/index.ts'
import { openTown } from './town/town.ts'

const town = openTown({ jobs: 120, talents: 300, seed: 3 })
const jobs = [...town.jobs.records()]
const talents = [...town.talents.records()]
const corpus = countCorpus(jobs, talents)
const scene = { settings: DEFAULT_SETTINGS, asOf: town.asOf, titles: LEARNED_TITLES, corpus }
const few = <R>(records: readonly R[]): R[] => records.filter((_, place) => place % 29 === 0)
const inShort = (ranked: { id: string; fit: { points: number } }[]) => ranked.map(({ id, fit }) => [id, fit.points])

test('the streamed oracle finds what the reference finds, both ways', () => {
  for (const { asker, best } of bestTalents(few(jobs), talents, scene)) {
    const { matches } = rankTalents(asker, talents, ANSWER_SIZE, 0, scene)
    expect(best.map(({ record, points }) => [record.id, points])).toEqual(inShort(matches))
  }
  for (const { asker, best } of bestJobs(few(talents), jobs, scene)) {
    const { matches } = rankJobs(asker, jobs, ANSWER_SIZE, 0, scene)
    expect(best.map(({ record, points }) => [record.id, points])).toEqual(inShort(matches))
  }
})

const winners = [
  { record: { id: 'a' }, points: 90 },
  { record: { id: 'b' }, points: 80 },
]
const found = (id: string, points: number) => ({ id, points, isNearMiss: false })

test('an equal answer has all its places', () => {
  expect(compareAnswers(winners, [found('a', 90), found('b', 80)])).toEqual({ places: 2, equal: 2 })
  expect(compareAnswers([], [])).toEqual({ places: 0, equal: 0 })
})

test('another id, other points, a missing and a needless place all count, and the first is named', () => {
  expect(compareAnswers(winners, [found('a', 90), found('c', 80)])).toEqual({
    places: 2,
    equal: 1,
    difference: '#2: c (80) ≠ b (80)',
  })
  expect(compareAnswers(winners, [found('a', 91), found('b', 80)]).equal).toBe(1)
  expect(compareAnswers(winners, [found('a', 90)])).toMatchObject({
    places: 2,
    equal: 1,
    difference: '#2: — (0) ≠ b (80)',
  })
  expect(compareAnswers(winners, [found('a', 90), found('b', 80), found('c', 1)])).toMatchObject({
    places: 3,
    equal: 2,
  })
})
