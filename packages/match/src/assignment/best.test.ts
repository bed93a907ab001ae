import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignExactly } from '../testing/assign-exactly.ts'
import { aContest, contestOf, everyAssignment, inAnyOrder, makeCrowd, makePair, totalOf } from '../testing/contests.ts'
import { assignBest } from './best.ts'
import { InvalidContest } from './errors.ts'

const contests = aContest(16, 12)
const bounds = fc.constantFrom(0, 0.0002, 0.01, 0.3, 1)

test('the exact solver of these tests finds the highest total of all assignments', () => {
  fc.assert(
    fc.property(aContest(4, 4), (input) => {
      const highest = Math.max(...everyAssignment(input).map((assigned) => totalOf(input, assigned)))
      expect(assignExactly(contestOf(input)).total).toBe(highest)
    }),
    { numRuns: 300 },
  )
})

describe('the best assignment', () => {
  test('misses the optimum by no more than the bound, and proves it', () => {
    fc.assert(
      fc.property(contests, bounds, (input, bound) => {
        const { total, upperBound, gap } = assignBest(contestOf(input), bound)
        const optimum = assignExactly(contestOf(input)).total
        expect(total).toBeLessThanOrEqual(optimum)
        expect(optimum).toBeLessThanOrEqual(upperBound)
        expect(gap).toBe(upperBound === 0 ? 0 : (upperBound - total) / upperBound)
        expect(gap).toBeLessThanOrEqual(bound)
      }),
      { numRuns: 500 },
    )
  })

  // The crowd of 200 at 100 posts is one where an auction ends with dear places empty.
  test.each([
    [150, 25, 8],
    [200, 60, 20],
    [200, 100, 6],
  ])('is the optimum on demand for a crowd of %d at %d posts', (seekers, posts, pairsEach) => {
    const contest = contestOf(makeCrowd(seekers, posts, pairsEach))
    const { total, upperBound, gap } = assignBest(contest, 0)
    expect([total, upperBound, gap]).toEqual([assignExactly(contest).total, total, 0])
  })

  test('keeps to pairs of the contest and to the places, and counts what it did', () => {
    fc.assert(
      fc.property(contests, bounds, (input, bound) => {
        const { post, placed, total } = assignBest(contestOf(input), bound)
        const made = input.pairs.filter(({ seeker, post: p }) => post[seeker] === p)
        expect(post).toHaveLength(input.seekers)
        expect(made).toHaveLength(post.filter((at) => at !== -1).length)
        expect(made).toHaveLength(placed)
        expect(total).toBe(totalOf(input, post))
        for (const [p, places] of input.capacity.entries())
          expect(post.filter((at) => at === p).length).toBeLessThanOrEqual(places)
      }),
      { numRuns: 300 },
    )
  })

  test('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(inAnyOrder(contests), ([input, pairs]) => {
        expect(assignBest(contestOf({ ...input, pairs }))).toEqual(assignBest(contestOf(input)))
      }),
    )
  })

  test('is never worth less when a post gets one place more', () => {
    fc.assert(
      fc.property(contests, fc.nat(), (input, at) => {
        fc.pre(input.capacity.length > 0)
        const capacity = input.capacity.map((places, post) => places + Number(post === at % input.capacity.length))
        expect(assignBest(contestOf({ ...input, capacity }), 0).total).toBeGreaterThanOrEqual(
          assignBest(contestOf(input), 0).total,
        )
      }),
    )
  })
})

test('a seeker gives way to whom the post is worth more, all together', () => {
  const pairs = [makePair(0, 0, 9_000), makePair(0, 1, 8_900), makePair(1, 0, 8_000)]
  expect(assignBest(contestOf({ seekers: 2, capacity: [1, 1], pairs }), 0)).toEqual({
    post: Int32Array.of(1, 0),
    placed: 2,
    total: 16_900,
    upperBound: 16_900,
    gap: 0,
  })
})

test('a pair of fit 0 is never made', () => {
  expect(assignBest(contestOf({ seekers: 1, capacity: [1], pairs: [makePair(0, 0, 0)] })).placed).toBe(0)
})

test.each([
  ['nobody', { seekers: 0, capacity: [1], pairs: [] }],
  ['no posts', { seekers: 2, capacity: [], pairs: [] }],
  ['no pairs', { seekers: 2, capacity: [1], pairs: [] }],
  ['no places', { seekers: 2, capacity: [0], pairs: [makePair(0, 0), makePair(1, 0)] }],
])('%s to place, nobody placed', (_, input) => {
  expect(assignBest(contestOf(input), 0)).toEqual({
    post: new Int32Array(input.seekers).fill(-1),
    placed: 0,
    total: 0,
    upperBound: 0,
    gap: 0,
  })
})

test.each([-0.1, 1.1, Number.NaN, Infinity])('a bound of %d is refused', (bound) => {
  expect(() => assignBest(contestOf({ seekers: 0, capacity: [], pairs: [] }), bound)).toThrow(InvalidContest)
})
