import { expect, test } from 'vitest'
import { listsFrom } from '../testing/market.ts'
import { jsonLine } from './json.ts'

const parsed = (side: 'jobs' | 'talents') =>
  listsFrom(side)
    .flatMap(({ from, pairs }) => pairs.map(({ match }) => jsonLine(from, match, 'zh')))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('a match is one line with the ids of the files and the points and reason of every factor', () => {
  const [first] = parsed('jobs')
  expect(Object.keys(first!)).toEqual(['from', 'jobId', 'talentId', 'rank', 'score', 'factors'])
  expect(first).toMatchObject({ from: 'jobs', jobId: 'J-001', talentId: 'T-001', rank: 1 })
  const factors = first!['factors'] as { name: string; points: number; reason: string }[]
  expect(factors[0]).toMatchObject({ name: 'occupation', points: 35, reason: '岗位名称与意向“叉车司机”一致' })
  expect(factors.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(first!['score'] as number)
})

test('a near miss carries the constraint that failed', () => {
  const nearMisses = parsed('talents').filter((line) => 'nearMiss' in line)
  expect(nearMisses).toMatchObject([{ from: 'talents', talentId: 'T-002', nearMiss: { constraint: 'certificates' } }])
})
