import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeDice } from './dice.ts'
import { byWeight, distinct, oneOf, zipf } from './pick.ts'

const started = (seed: number, stream = 1, number = 0) => {
  const dice = makeDice()
  dice.start(seed, stream, number)
  return dice
}
const rolls = (seed: number, stream: number, number: number) => {
  const dice = started(seed, stream, number)
  return Array.from({ length: 8 }, dice.roll)
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const seeds = fc.nat(Number.MAX_SAFE_INTEGER)

test('dice started alike roll alike, and differ by seed, stream and number', () => {
  fc.assert(
    fc.property(seeds, fc.nat(1e7), (seed, number) => {
      const first = rolls(seed, 1, number)
      expect(rolls(seed, 1, number)).toEqual(first)
      for (const other of [rolls(seed, 2, number), rolls(seed, 1, number + 1), rolls(seed ^ 1, 1, number)])
        expect(other.filter((roll, at) => roll === first[at])).toEqual([])
      expect(first.every((roll) => roll >= 0 && roll < 1)).toBe(true)
    }),
  )
})

test('the rolls of a start are the same on every machine', () => {
  expect(rolls(1, 1, 0).slice(0, 3)).toEqual(
    [3_046_608_470, 4_037_699_514, 3_064_197_569].map((word) => word / 2 ** 32),
  )
})

test('the first rolls of neighbouring numbers are spread evenly and do not follow each other', () => {
  const first = Array.from({ length: 20_000 }, (_, number) => started(3, 1, number).roll())
  expect(mean(first)).toBeCloseTo(0.5, 1)
  const products = first.slice(1).map((roll, at) => (roll - 0.5) * (first[at]! - 0.5))
  expect(Math.abs(mean(products) * 12)).toBeLessThan(0.03)
})

test('normal numbers have the mean 0 and the spread 1', () => {
  const dice = started(5)
  const values = Array.from({ length: 20_000 }, dice.normal)
  expect(Math.abs(mean(values))).toBeLessThan(0.03)
  expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1)
})

test('values are drawn in the measure of their weights', () => {
  const dice = started(1)
  const pick = byWeight([1, 0, 5, 2, 2])
  const times = [0, 0, 0, 0, 0]
  for (let draw = 0; draw < 50_000; draw++) times[pick(dice)]! += 1
  expect(times[1]).toBe(0)
  for (const [at, share] of [0.1, 0, 0.5, 0.2, 0.2].entries()) expect(times[at]! / 50_000).toBeCloseTo(share, 1)
})

test('a weight of zero is never drawn, whatever the others are', () => {
  const weights = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e3, noNaN: true })), { minLength: 1 })
  fc.assert(
    fc.property(weights, seeds, (some, seed) => {
      const all = [...some, 1]
      const dice = started(seed)
      const pick = byWeight(all)
      for (let draw = 0; draw < 50; draw++) expect(all[pick(dice)]).toBeGreaterThan(0)
    }),
  )
})

test('by Zipf the first rank comes twice as often as the second, and lists of any length can be drawn from', () => {
  const dice = started(2)
  const draw = zipf(1)
  const ranks = Array.from({ length: 30_000 }, () => draw(dice, 100))
  const times = (rank: number) => ranks.filter((one) => one === rank).length
  expect(times(0) / times(1)).toBeGreaterThan(1.8)
  expect(times(0) / times(1)).toBeLessThan(2.2)
  expect(draw(dice, 1)).toBe(0)
})

test('distinct values are different, and fewer when there are no more', () => {
  const dice = started(4)
  const draw = oneOf([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ])
  expect(distinct(10, () => draw(dice)).toSorted()).toEqual(['a', 'b', 'c'])
  expect(distinct(0, () => draw(dice))).toEqual([])
})
