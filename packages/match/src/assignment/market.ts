import type { Contest } from './contest.ts'
import { usefulPlaces } from './places.ts'
import { pick, rankRows } from './rank-rows.ts'

/** What the auction needs of a contest: each seeker's pairs with posts that have places, the highest fit first. */
export type Market = {
  seekers: number
  /** Places of each post that can be of use. */
  places: Uint32Array
  start: Uint32Array
  post: Uint32Array
  fit: Uint32Array
}

export function openMarket(contest: Contest): Market {
  const { seekers, capacity } = contest
  const order = rankRows(contest, contest.fit, capacity.length)
  const start = new Uint32Array(seekers + 1)
  let count = 0
  for (let seeker = 0; seeker < seekers; seeker++) {
    for (let i = contest.start[seeker]!; i < contest.start[seeker + 1]!; i++) {
      const pair = order[i]!
      if (capacity[contest.post[pair]!]! > 0) order[count++] = pair
    }
    start[seeker + 1] = count
  }
  const open = order.subarray(0, count)
  const [post, fit] = [pick(contest.post, open), pick(contest.fit, open)]
  return { seekers, places: usefulPlaces(capacity, post), start, post, fit }
}

/**
 * No assignment is worth more than this: what each seeker gains at the prices, and what all places cost together
 * (weak duality). Whole, because every total is.
 *
 * @param price of a place at each post, 0 or more
 */
export function boundAt({ seekers, places, start, post, fit }: Market, price: Float64Array): number {
  let sum = 0
  for (let seeker = 0; seeker < seekers; seeker++) {
    let most = 0
    for (let pair = start[seeker]!; pair < start[seeker + 1]! && fit[pair]! > most; pair++)
      most = Math.max(most, fit[pair]! - price[post[pair]!]!)
    sum += most
  }
  for (const [p, count] of places.entries()) sum += count * price[p]!
  return Math.floor(sum)
}
