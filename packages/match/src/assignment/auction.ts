import type { Market } from './market.ts'
import { Places } from './places.ts'

/** What came of an auction: the pair each seeker won or -1, and the price of the cheapest place of each post. */
export type Outcome = { held: Int32Array; price: Float64Array }

/** Pairs a seeker keeps an eye on. Prices only rise, so the others stay below the worst of these. */
const WATCHED = 12

/**
 * Seekers bid for places, each for the post where most is left after the price, as high as makes it equal to the
 * next best post, and a step more; who is outbid bids again. Begun at price 0 everywhere, the total comes to
 * within a step per seeker of the optimum. Begun at higher prices it ends sooner, but places may stay empty that have
 * a price, and what they cost is missing.
 *
 * Sources: Bertsekas, The Auction Algorithm, 1988; for posts with many equal places, whose own other places do not
 * count as the next best: Bertsekas & Castañón, The Auction Algorithm for the Transportation Problem, 1989.
 *
 * @param step how much more than needed is bid, above 0. @param opening first price of the places of each post
 */
export function holdAuction(market: Market, step: number, opening: Float64Array): Outcome {
  const { post, seekers } = market
  const places = new Places(market.places, opening)
  const price = opening.slice()
  const bidder = new Bidder(market, price)
  const held = new Int32Array(seekers).fill(-1)
  for (let first = 0; first < seekers; first++)
    for (let seeker = first; seeker >= 0;) {
      const pair = bidder.choose(seeker)
      if (pair < 0) break
      const wanted = post[pair]!
      held[seeker] = pair
      seeker = places.win(wanted, price[wanted]! + bidder.lead + step, seeker)
      price[wanted] = places.lowest(wanted)
      if (seeker >= 0) held[seeker] = -1
    }
  return { held, price }
}

/** Finds what a seeker gains most from. */
class Bidder {
  readonly #market: Market
  readonly #price: Float64Array
  readonly #watched: Int32Array
  readonly #count: Uint8Array
  /** What the worst of the watched pairs left when all were looked at last. */
  readonly #rest: Float64Array
  readonly #left = new Float64Array(WATCHED)
  /** By how much the chosen pair leaves more than the next best, or than going without. */
  lead = 0

  constructor(market: Market, price: Float64Array) {
    this.#market = market
    this.#price = price
    this.#watched = new Int32Array(market.seekers * WATCHED)
    this.#count = new Uint8Array(market.seekers)
    this.#rest = new Float64Array(market.seekers).fill(Infinity)
  }

  /** @returns the pair that leaves most, or -1 when none leaves anything */
  choose(seeker: number): number {
    const { post, fit } = this.#market
    const [price, watched] = [this.#price, this.#watched]
    const from = seeker * WATCHED
    const to = from + this.#count[seeker]!
    let [best, most, next] = [-1, 0, 0]
    for (let i = from; i < to; i++) {
      const pair = watched[i]!
      const left = fit[pair]! - price[post[pair]!]!
      if (left > most) {
        next = most
        most = left
        best = pair
      } else if (left > next) next = left
    }
    if (next < this.#rest[seeker]!) return this.#lookAtAll(seeker)
    this.lead = most - next
    return best
  }

  #lookAtAll(seeker: number): number {
    const { start, post, fit } = this.#market
    const [price, watched, lefts] = [this.#price, this.#watched, this.#left]
    const from = seeker * WATCHED
    const to = start[seeker + 1]!
    let [count, least] = [0, 0]
    for (let pair = start[seeker]!; pair < to; pair++) {
      const worth = fit[pair]!
      if (worth <= least) break
      const left = worth - price[post[pair]!]!
      if (left <= least) continue
      let at = count < WATCHED ? count++ : WATCHED - 1
      for (; at > 0 && lefts[at - 1]! < left; at--) {
        lefts[at] = lefts[at - 1]!
        watched[from + at] = watched[from + at - 1]!
      }
      lefts[at] = left
      watched[from + at] = pair
      if (count === WATCHED) least = lefts[WATCHED - 1]!
    }
    this.#count[seeker] = count
    this.#rest[seeker] = least
    this.lead = count === 0 ? 0 : lefts[0]! - (count > 1 ? lefts[1]! : 0)
    return count === 0 ? -1 : watched[from]!
  }
}
