import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankingMetrics } from './metrics.ts'

const ranking = (ranked: string, relevant: string) => ({ ranked: [...ranked], relevant: new Set(relevant) })

test('average precision is the mean of the precision at each relevant id', () => {
  expect(rankingMetrics([ranking('axbyz', 'ab')]).map).toBeCloseTo((1 / 1 + 2 / 3) / 2)
})

test('a relevant id that was not ranked lowers the average precision', () => {
  expect(rankingMetrics([ranking('a', 'ab')]).map).toBe(0.5)
})

test('the reciprocal rank looks at the first relevant id only', () => {
  expect(rankingMetrics([ranking('xyab', 'ab')]).mrr).toBeCloseTo(1 / 3)
})

test('nDCG stops at ten, average precision at no depth', () => {
  const { map, ndcg10 } = rankingMetrics([ranking('0123456789a', 'a')])
  expect(ndcg10).toBe(0)
  expect(map).toBeCloseTo(1 / 11)
})

test('queries without a relevant id are left out', () => {
  expect(rankingMetrics([ranking('ab', ''), ranking('ab', 'a')])).toEqual({ map: 1, mrr: 1, ndcg10: 1, queries: 1 })
  expect(rankingMetrics([])).toEqual({ map: 0, mrr: 0, ndcg10: 0, queries: 0 })
})

test('relevant ids first give 1 everywhere, and no ranking gives more', () => {
  const cases = fc.record({ relevant: fc.integer({ min: 1, max: 15 }), other: fc.integer({ min: 0, max: 15 }) })
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), ({ relevant, other }, keys) => {
      const right = Array.from({ length: relevant }, (_, index) => `r${index}`)
      const wrong = Array.from({ length: other }, (_, index) => `w${index}`)
      const best = rankingMetrics([{ ranked: [...right, ...wrong], relevant: new Set(right) }])
      const shuffled = [...right, ...wrong].map((id) => ({ id, key: keys.next().value ?? 0 }))
      const ranked = shuffled.sort((a, b) => a.key - b.key).map(({ id }) => id)
      const some = rankingMetrics([{ ranked, relevant: new Set(right) }])
      for (const name of ['map', 'mrr', 'ndcg10'] as const) {
        expect(best[name]).toBeCloseTo(1)
        expect(some[name]).toBeLessThanOrEqual(best[name] + 1e-12)
      }
    }),
  )
})
