import { type Outcome, holdAuction } from './auction.ts'
import type { Contest } from './contest.ts'
import { InvalidContest } from './errors.ts'
import { type Market, boundAt, openMarket } from './market.ts'
import { type Assignment, assignmentOf } from './stable.ts'

/** An assignment with its proof: no other has a total above `upperBound`; `gap` is the share of it that is missing. */
export type BestAssignment = Assignment & { upperBound: number; gap: number }

/** Steps are powers of two, so that prices and their sums are exact. The first is 128 hundredths of a point. */
const FIRST_EXPONENT = 7
/** By how many halvings a step shrinks, at least and at most. */
const [LEAST_CUT, MOST_CUT] = [1, 3]
/**
 * The next auction begins so many of the last steps below the last prices, so that they find their place from below.
 * When places stayed empty that have a price, it was not enough, and the same step is tried from further below; from
 * price 0 at the latest no place does.
 */
const FIRST_DEPTH = 4

/**
 * An assignment whose total fit is proven to miss the optimum by no more than a share; being unplaced is worth 0, and
 * a pair of fit 0 is never made. Auctions with ever smaller steps follow each other until the prices prove it.
 *
 * @param bound share of the upper bound that may be missing, 0–1; 0 asks for the optimum itself
 * @throws InvalidContest for a bound out of its range
 */
export function assignBest(contest: Contest, bound = 0.0002): BestAssignment {
  if (!(bound >= 0 && bound <= 1)) throw new InvalidContest('bound', bound)
  const market = openMarket(contest)
  let [exponent, depth] = [FIRST_EXPONENT, FIRST_DEPTH]
  let outcome = holdAuction(market, 2 ** exponent, new Float64Array(market.places.length))
  let answer = proofOf(market, outcome)
  while (answer.gap > bound) {
    const idle = idlePlaces(market, outcome.held)
    const isTooDear = costOf(idle, outcome.price) > 0
    if (isTooDear) depth *= 4
    const below = depth * 2 ** exponent
    const opening = outcome.price.map((price, post) => (idle[post]! > 0 ? 0 : Math.max(0, price - below)))
    if (!isTooDear) exponent -= cut(answer.gap / bound)
    outcome = holdAuction(market, 2 ** exponent, opening)
    answer = better(answer, proofOf(market, outcome))
  }
  return answer
}

function proofOf(market: Market, { held, price }: Outcome): BestAssignment {
  return prove(assignmentOf(market, held), boundAt(market, price))
}

/** The higher of two totals under the lower of two bounds. */
function better(a: BestAssignment, b: BestAssignment): BestAssignment {
  return prove(b.total > a.total ? b : a, Math.min(a.upperBound, b.upperBound))
}

function prove({ post, placed, total }: Assignment, upperBound: number): BestAssignment {
  return { post, placed, total, upperBound, gap: upperBound === 0 ? 0 : (upperBound - total) / upperBound }
}

/** By how many halvings the step has to shrink when the gap is so many times too wide. */
function cut(excess: number): number {
  return Math.min(MOST_CUT, Math.max(LEAST_CUT, Math.ceil(Math.log2(excess))))
}

/** Places of each post that nobody won. */
function idlePlaces({ places, post }: Market, held: Int32Array): Uint32Array {
  const idle = places.slice()
  for (const pair of held) if (pair >= 0) idle[post[pair]!]!--
  return idle
}

const costOf = (count: Uint32Array, price: Float64Array) =>
  count.reduce((sum, places, post) => sum + places * price[post]!, 0)
