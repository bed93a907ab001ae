import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ContestInput,
  aContest,
  contestOf,
  everyAssignment,
  inAnyOrder,
  makePair,
  totalOf,
} from '../testing/contests.ts'
import { InvalidContest } from './errors.ts'
import { assignStable, blockingPairs } from './stable.ts'

const tiny = aContest(4, 4)
const stableOf = (input: ContestInput) => assignStable(contestOf(input))

/** Blocking pairs by the words of their definition, one by one. */
function blockingByHand({ capacity, pairs }: ContestInput, assigned: number[]): number {
  const prefers = (worth: number, than: number, isLower: boolean) => worth > than || (worth === than && isLower)
  return pairs.filter(({ seeker, post, forSeeker, forPost }) => {
    const own = pairs.find((pair) => pair.seeker === seeker && pair.post === assigned[seeker])
    if (own && !prefers(forSeeker, own.forSeeker, post < own.post)) return false
    const rivals = pairs.filter((pair) => pair.post === post && assigned[pair.seeker] === post)
    return (
      rivals.length < capacity[post]! || rivals.some((rival) => prefers(forPost, rival.forPost, seeker < rival.seeker))
    )
  }).length
}

describe('the stable assignment', () => {
  test('leaves no pair that would both rather have each other, and no post with more seekers than places', () => {
    fc.assert(
      fc.property(aContest(12, 6), (input) => {
        const { post } = stableOf(input)
        expect(blockingByHand(input, [...post])).toBe(0)
        for (const [p, places] of input.capacity.entries())
          expect(post.filter((at) => at === p).length).toBeLessThanOrEqual(places)
      }),
      { numRuns: 300 },
    )
  })

  test('gives every seeker the best post of all stable assignments', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        const rankOf = (seeker: number, post: number) => {
          const own = input.pairs.find((pair) => pair.seeker === seeker && pair.post === post)
          return own ? [own.forSeeker, -post] : [-1, 0]
        }
        const stable = everyAssignment(input).filter((assigned) => blockingByHand(input, assigned) === 0)
        const best = Array.from(
          { length: input.seekers },
          (_, seeker) =>
            stable
              .map((assigned) => assigned[seeker]!)
              .toSorted((a, b) => {
                const [[worthA, lowA], [worthB, lowB]] = [rankOf(seeker, a), rankOf(seeker, b)]
                return worthB! - worthA! || lowB! - lowA!
              })[0]!,
        )
        expect([...stableOf(input).post]).toEqual(best)
      }),
      { numRuns: 300 },
    )
  })

  test('counts who is placed and adds up their fit', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        const { post, placed, total } = stableOf(input)
        expect(placed).toBe(post.filter((at) => at >= 0).length)
        expect(total).toBe(totalOf(input, post))
      }),
    )
  })

  test('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(inAnyOrder(aContest(8, 5)), ([input, pairs]) => {
        expect(stableOf({ ...input, pairs })).toEqual(stableOf(input))
      }),
    )
  })
})

test('between posts of equal worth a seeker takes the lower number', () => {
  const pairs = [makePair(0, 1), makePair(0, 0)]
  expect([...stableOf({ seekers: 1, capacity: [1, 1], pairs }).post]).toEqual([0])
})

test('between seekers of equal worth a post takes the lower number', () => {
  const pairs = [makePair(1, 0), makePair(0, 0)]
  expect([...stableOf({ seekers: 2, capacity: [1], pairs }).post]).toEqual([0, -1])
})

test('the preferences decide, not the fit', () => {
  const pairs = [
    makePair(0, 0, 0, { forSeeker: 2, forPost: 9_000, fit: 10 }),
    makePair(0, 1, 0, { forSeeker: 1, fit: 9_000 }),
    makePair(1, 0, 0, { forPost: 1, fit: 8_000 }),
  ]
  expect(stableOf({ seekers: 2, capacity: [1, 1], pairs })).toEqual({
    post: Int32Array.of(0, -1),
    placed: 1,
    total: 10,
  })
})

describe('the count of blocking pairs', () => {
  test('is that of the definition', () => {
    fc.assert(
      fc.property(aContest(4, 3), (input) => {
        for (const assigned of everyAssignment(input))
          expect(blockingPairs(contestOf(input), assigned)).toBe(blockingByHand(input, assigned))
      }),
    )
  })

  test.each([
    ['of other seekers than the contest has', [0]],
    ['of a seeker to a post that is no pair', [1, -1]],
    ['of a seeker to a post that is none', [-2, -1]],
    ['of a seeker to no number', [Number.NaN, -1]],
    ['of more seekers than places', [0, 0]],
  ])('is refused for an assignment %s', (_, assigned) => {
    const contest = contestOf({ seekers: 2, capacity: [1, 1], pairs: [makePair(0, 0), makePair(1, 0)] })
    expect(() => blockingPairs(contest, assigned)).toThrow(InvalidContest)
  })
})
