import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContest, contestOf, makePair } from '../testing/contests.ts'
import { holdAuction } from './auction.ts'
import { type Market, openMarket } from './market.ts'

/** What a seeker has left of each pair at the final prices. */
const leftOf = ({ start, post, fit }: Market, seeker: number, price: Float64Array): number[] =>
  Array.from(
    { length: start[seeker + 1]! - start[seeker]! },
    (_, i) => fit[start[seeker]! + i]! - price[post[start[seeker]! + i]!]!,
  )

/** How much more a seeker could have at most by another post, or by none, at the final prices. */
function mostRegret(market: Market, step: number, opening: Float64Array): number {
  const { held, price } = holdAuction(market, step, opening)
  const regrets = Array.from(held, (pair, seeker) => {
    const left = leftOf(market, seeker, price)
    return Math.max(0, ...left) - (pair < 0 ? 0 : left[pair - market.start[seeker]!]!)
  })
  return Math.max(0, ...regrets)
}

test('at the final prices nobody would gain more than a step by another post', () => {
  const step = fc.constantFrom(0.25, 2, 64, 1024)
  const prices = fc.array(fc.constantFrom(0, 100, 4_999, 10_000), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(aContest(16, 12), step, prices, (input, step, prices) => {
      const opening = Float64Array.from(input.capacity, (_, post) => prices[post]!)
      expect(mostRegret(openMarket(contestOf(input)), step, opening)).toBeLessThanOrEqual(step)
    }),
    { numRuns: 300 },
  )
})

test('nor where all want the same posts first, and there are more posts than a bidder watches', () => {
  const [seekers, posts] = [20, 30]
  const pairs = Array.from({ length: seekers * posts }, (_, cell) =>
    makePair(Math.floor(cell / posts), cell % posts, 9_000 - 10 * (cell % posts)),
  )
  const market = openMarket(contestOf({ seekers, capacity: Array.from({ length: posts }, () => 1), pairs }))
  expect(mostRegret(market, 2, new Float64Array(posts))).toBeLessThanOrEqual(2)
})

test('an auction from price 0 leaves no place empty that has a price', () => {
  fc.assert(
    fc.property(aContest(16, 12), fc.constantFrom(2, 512), (input, step) => {
      const market = openMarket(contestOf(input))
      const { held, price } = holdAuction(market, step, new Float64Array(input.capacity.length))
      const filled = new Uint32Array(price.length)
      for (const pair of held) if (pair >= 0) filled[market.post[pair]!]!++
      for (const [post, places] of market.places.entries()) if (filled[post]! < places) expect(price[post]).toBe(0)
    }),
  )
})
