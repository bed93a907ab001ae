import type { Contest } from './contest.ts'
import { InvalidContest } from './errors.ts'
import { MOST_SEEKERS } from './limits.ts'
import { Places, usefulPlaces } from './places.ts'

/** Who goes where: the post of each seeker or -1, how many have one, and the sum of their fit. */
export type Assignment = { post: Int32Array; placed: number; total: number }

/** No place is empty at a lower key: every proposal wins an empty one. */
const EMPTY = -1

/** Equal worth goes to the lower number of the seeker. */
const keyOf = (worth: number, seeker: number) => worth * MOST_SEEKERS + (MOST_SEEKERS - 1 - seeker)

/**
 * The stable assignment that is best for every seeker at once: no seeker and post would both rather have each other,
 * and in no other stable assignment does anybody get a post they prefer. Only pairs of the contest come together;
 * one of worth 0 is still acceptable. Seekers propose, posts hold the best so far.
 *
 * Source: Gale & Shapley, College Admissions and the Stability of Marriage, 1962.
 */
export function assignStable(contest: Contest): Assignment {
  const { seekers, start, post, forPost } = contest
  const places = new Places(usefulPlaces(contest.capacity, post), new Float64Array(contest.capacity.length).fill(EMPTY))
  const hasPlaces = Uint8Array.from(contest.capacity, (capacity) => (capacity > 0 ? 1 : 0))
  const held = new Int32Array(seekers).fill(-1)
  const next = start.slice(0, seekers)
  for (let first = 0; first < seekers; first++)
    for (let seeker = first; seeker >= 0;) {
      if (next[seeker] === start[seeker + 1]) break
      const pair = next[seeker]!++
      const wanted = post[pair]!
      const key = keyOf(forPost[pair]!, seeker)
      if (!hasPlaces[wanted] || key < places.lowest(wanted)) continue
      held[seeker] = pair
      seeker = places.win(wanted, key, seeker)
      if (seeker >= 0) held[seeker] = -1
    }
  return assignmentOf(contest, held)
}

/** @param held the pair that each seeker holds, or -1 */
export function assignmentOf(
  { seekers, post, fit }: Pick<Contest, 'seekers' | 'post' | 'fit'>,
  held: Int32Array,
): Assignment {
  const assignment = { post: new Int32Array(seekers).fill(-1), placed: 0, total: 0 }
  for (const [seeker, pair] of held.entries()) {
    if (pair < 0) continue
    assignment.post[seeker] = post[pair]!
    assignment.placed++
    assignment.total += fit[pair]!
  }
  return assignment
}

/**
 * How many pairs would both rather have each other than what they have, equal worth counted as in
 * {@link assignStable}: 0 proves an assignment stable.
 *
 * @param assigned the post of each seeker, or -1
 * @throws InvalidContest when a seeker has a post without being a pair with it, or a post has more seekers than places
 */
export function blockingPairs(contest: Contest, assigned: ArrayLike<number>): number {
  const { start, post, forPost, capacity } = contest
  const held = pairsOf(contest, assigned)
  const left = capacity.slice()
  const worst = new Float64Array(capacity.length).fill(Infinity)
  for (const [seeker, pair] of held.entries()) {
    if (pair < 0) continue
    const p = post[pair]!
    if (left[p] === 0) throw new InvalidContest('capacity', `exceeded at post ${p}`)
    left[p]!--
    worst[p] = Math.min(worst[p]!, keyOf(forPost[pair]!, seeker))
  }
  let blocking = 0
  for (const [seeker, pair] of held.entries())
    for (let better = start[seeker]!; better < (pair < 0 ? start[seeker + 1]! : pair); better++) {
      const p = post[better]!
      if (left[p]! > 0 || (capacity[p]! > 0 && keyOf(forPost[better]!, seeker) > worst[p]!)) blocking++
    }
  return blocking
}

function pairsOf({ seekers, start, post }: Contest, assigned: ArrayLike<number>): Int32Array {
  if (assigned.length !== seekers) throw new InvalidContest('length of the assignment', assigned.length)
  const held = new Int32Array(seekers).fill(-1)
  for (let seeker = 0; seeker < seekers; seeker++) {
    if (assigned[seeker] === -1) continue
    held[seeker] = post.subarray(0, start[seeker + 1]).indexOf(assigned[seeker]!, start[seeker])
    if (held[seeker] === -1) throw new InvalidContest(`post of seeker ${seeker}`, assigned[seeker])
  }
  return held
}
