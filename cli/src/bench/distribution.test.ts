import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distribution, mean, percentile } from './distribution.ts'

test('a percentile is the nearest rank, whatever the order of the values', () => {
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place)
  expect([0, 0.5, 0.9, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 90, 99, 100])
  expect(percentile([7], 0.99)).toBe(7)
})

test('a percentile is one of the values, and at least its share of them does not exceed it', () => {
  const values = fc.array(fc.integer(), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const found = percentile(values, share)
      expect(values).toContain(found)
      expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length)
    }),
  )
})

test('nothing can be said about no values', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError)
  expect(() => mean([])).toThrow(RangeError)
})

test('a distribution names its count, its figures in milliseconds and what they belong to', () => {
  expect(distribution([1, 3], 'jobs')).toEqual([
    { name: 'questions', of: 'jobs', value: 2, unit: 'count' },
    { name: 'p50', of: 'jobs', value: 1, unit: 'ms' },
    { name: 'p90', of: 'jobs', value: 3, unit: 'ms' },
    { name: 'p99', of: 'jobs', value: 3, unit: 'ms' },
    { name: 'longest', of: 'jobs', value: 3, unit: 'ms' },
    { name: 'mean', of: 'jobs', value: 2, unit: 'ms' },
  ])
})
