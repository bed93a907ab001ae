import fc from 'fast-check'
import { Contest, type Pair } from '../assignment/contest.ts'

export type ContestInput = { seekers: number; capacity: number[]; pairs: Pair[] }

export const contestOf = ({ seekers, capacity, pairs }: ContestInput): Contest => Contest.of(seekers, capacity, pairs)

/** A pair that is worth the same to both and to the total; every test changes what it is about. */
export const makePair = (seeker: number, post: number, worth = 5_000, change: Partial<Pair> = {}): Pair => ({
  seeker,
  post,
  forSeeker: worth,
  forPost: worth,
  fit: worth,
  ...change,
})

/** Worths of few kinds, so that many are equal, or of all kinds. */
const worth = fc.oneof(fc.constantFrom(0, 1, 5_000, 10_000), fc.integer({ min: 0, max: 10_000 }))

/** Contests up to a size, posts without places and seekers without pairs among them. */
export function aContest(mostSeekers: number, mostPosts: number): fc.Arbitrary<ContestInput> {
  return fc
    .record({
      seekers: fc.nat(mostSeekers),
      capacity: fc.array(fc.nat(3), { maxLength: mostPosts, size: 'max' }),
    })
    .chain(({ seekers, capacity }) => {
      const one = fc.record({ isPair: fc.boolean(), forSeeker: worth, forPost: worth, fit: worth })
      const count = seekers * capacity.length
      return fc.array(one, { minLength: count, maxLength: count }).map((cells) => ({
        seekers,
        capacity,
        pairs: cells.flatMap(({ isPair, ...worths }, cell) =>
          isPair ? [{ seeker: Math.floor(cell / capacity.length), post: cell % capacity.length, ...worths }] : [],
        ),
      }))
    })
}

/** A number below a limit that looks like chance. */
const mix = (seeker: number, post: number, limit: number) =>
  (Math.imul(seeker * 7919 + post + 1, 0x9e37_79b1) >>> 8) % limit

/** A crowded contest: so many pairs for each seeker, about, and one place more than there are seekers. */
export function makeCrowd(seekers: number, posts: number, pairsEach: number): ContestInput {
  const upTo = (post: number) => Math.floor((post * (seekers + 1)) / posts)
  const cells = Array.from({ length: seekers * posts }, (_, cell) => [Math.floor(cell / posts), cell % posts] as const)
  return {
    seekers,
    capacity: Array.from({ length: posts }, (_, post) => upTo(post + 1) - upTo(post)),
    pairs: cells
      .filter(([seeker, post]) => mix(post, seeker, posts) < pairsEach)
      .map(([seeker, post]) => {
        const worth = 50 * (post % 100) + mix(seeker, post, 5_000)
        return makePair(seeker, post, worth, { forPost: mix(seeker, post, 10_000) })
      }),
  }
}

/** A contest, and its pairs in another order. */
export const inAnyOrder = (contests: fc.Arbitrary<ContestInput>): fc.Arbitrary<[ContestInput, Pair[]]> =>
  contests.chain((input) => {
    const { length } = input.pairs
    return fc.tuple(fc.constant(input), fc.shuffledSubarray(input.pairs, { minLength: length, maxLength: length }))
  })

/** Every way to send the seekers to posts that have a place for them, as the post of each seeker or -1. */
export function everyAssignment({ seekers, capacity, pairs }: ContestInput): number[][] {
  const posts = Array.from({ length: seekers }, (_, seeker) => [
    -1,
    ...pairs.flatMap((pair) => (pair.seeker === seeker ? [pair.post] : [])),
  ])
  const isKept = (assigned: number[]) =>
    capacity.every((places, post) => assigned.filter((at) => at === post).length <= places)
  return posts.reduce<number[][]>(
    (begun, choices) => begun.flatMap((assigned) => choices.map((post) => [...assigned, post])).filter(isKept),
    [[]],
  )
}

/** The sum of fit of an assignment, pair by pair. */
export function totalOf({ pairs }: ContestInput, assigned: ArrayLike<number>): number {
  return pairs.reduce((sum, { seeker, post, fit }) => sum + (assigned[seeker] === post ? fit : 0), 0)
}
