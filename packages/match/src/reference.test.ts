import { expect, test } from 'vitest'
import { rankJobs, rankTalents } from './reference.ts'
import { makeJob, makeScene, makeTalent } from './testing/fixtures.ts'

const ALIKE = ['c', 'a', 'b'].map((id) => makeTalent({ id }))
const NEARLY = makeTalent({ id: '0', years: 0 })
const FAR = makeTalent({ id: '1', education: 'primary', years: 0 })
const RENEWED = makeTalent({ id: 'z', updatedOn: '2026-11-21' })

test('the reference ranks by score, then by id, and keeps near misses apart', () => {
  const talents = [...ALIKE, NEARLY, FAR, RENEWED]
  const idsOf = (k: number, near: number) => {
    const { matches, nearMisses } = rankTalents(makeJob(), talents, k, near, makeScene([makeJob()], talents))
    return [matches, nearMisses].map((ranked) => ranked.map(({ id }) => id))
  }
  expect(idsOf(10, 10)).toEqual([['z', 'a', 'b', 'c'], ['0']])
  expect(idsOf(2, 0)).toEqual([['z', 'a'], []])
  expect(idsOf(0, 1)).toEqual([[], ['0']])
  expect(idsOf(-1, -1)).toEqual([[], []])
})

test('and does the same for jobs', () => {
  const jobs = ['c', 'a', 'b'].map((id) => makeJob({ id })).concat(makeJob({ id: '0', years: 4 }))
  const { matches, nearMisses } = rankJobs(makeTalent(), jobs, 2, 2, makeScene(jobs, [makeTalent()]))
  expect([matches, nearMisses].map((ranked) => ranked.map(({ id }) => id))).toEqual([['a', 'b'], ['0']])
})
