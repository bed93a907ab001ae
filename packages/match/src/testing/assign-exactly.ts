import type { Contest } from '../assignment/contest.ts'
import { type Assignment, assignmentOf } from '../assignment/stable.ts'

/**
 * The greatest total there is, seeker after seeker along the shortest augmenting path. Slow and simple, to hold the
 * auction to: prices of posts are kept, so that a step costs what it falls short of the best at these prices, and never
 * less than nothing.
 *
 * Source: Edmonds & Karp, 1972; Jonker & Volgenant, A Shortest Augmenting Path Algorithm, 1987.
 */
export function assignExactly(contest: Contest): Assignment {
  const state = new Matching(contest)
  for (let seeker = 0; seeker < contest.seekers; seeker++) state.add(seeker)
  return assignmentOf(contest, state.held)
}

/** Where the shortest path ends: at a post with a free place, or with a seeker who goes without. */
type End = { distance: number; post: number; leaving: number }

class Matching {
  readonly held: Int32Array
  readonly #contest: Contest
  readonly #price: Float64Array
  readonly #holders: Set<number>[]
  /** Shortest way to each post, the pair it ends with, and who that pair belongs to. */
  readonly #distance = new Map<number, number>()
  readonly #by = new Map<number, { pair: number; seeker: number }>()
  readonly #open = new Set<number>()

  constructor(contest: Contest) {
    this.#contest = contest
    this.held = new Int32Array(contest.seekers).fill(-1)
    this.#price = new Float64Array(contest.capacity.length)
    this.#holders = Array.from(contest.capacity, () => new Set<number>())
  }

  add(newcomer: number): void {
    this.#distance.clear()
    this.#by.clear()
    this.#open.clear()
    const gain = this.#gain(newcomer)
    this.#relax(newcomer, 0, gain)
    const { distance, post, leaving } = this.#search({ distance: gain, post: -1, leaving: newcomer })
    for (const [p, way] of this.#distance) this.#price[p]! += Math.max(0, distance - way)
    if (leaving >= 0) this.#leave(leaving)
    if (post >= 0) this.#augment(post)
  }

  /** What a seeker has left at the prices: of the own pair, or else of the best one. */
  #gain(seeker: number): number {
    const { start } = this.#contest
    if (this.held[seeker]! >= 0) return this.#left(this.held[seeker]!)
    let most = 0
    for (let pair = start[seeker]!; pair < start[seeker + 1]!; pair++) most = Math.max(most, this.#left(pair))
    return most
  }

  #left(pair: number): number {
    return this.#contest.fit[pair]! - this.#price[this.#contest.post[pair]!]!
  }

  /** Ways that are not shorter than the limit lead nowhere. */
  #relax(seeker: number, distance: number, limit: number): void {
    const { start, post, capacity } = this.#contest
    const gain = this.#gain(seeker)
    for (let pair = start[seeker]!; pair < start[seeker + 1]!; pair++) {
      const p = post[pair]!
      const way = distance + gain - this.#left(pair)
      if (way >= limit || capacity[p] === 0 || way >= (this.#distance.get(p) ?? Infinity)) continue
      this.#distance.set(p, way)
      this.#by.set(p, { pair, seeker })
      this.#open.add(p)
    }
  }

  #search(end: End): End {
    for (let nearest = this.#takeNearest(); nearest >= 0; nearest = this.#takeNearest()) {
      const distance = this.#distance.get(nearest)!
      if (distance >= end.distance) break
      // A post with a free place has price 0, so the way there is the whole cost.
      if (this.#holders[nearest]!.size < this.#contest.capacity[nearest]!)
        return { distance, post: nearest, leaving: -1 }
      for (const holder of this.#holders[nearest]!) {
        const without = distance + this.#gain(holder)
        if (without < end.distance) end = { distance: without, post: nearest, leaving: holder }
        this.#relax(holder, distance, end.distance)
      }
    }
    return end
  }

  #takeNearest(): number {
    let nearest = -1
    for (const post of this.#open)
      if (nearest < 0 || this.#distance.get(post)! < this.#distance.get(nearest)!) nearest = post
    this.#open.delete(nearest)
    return nearest
  }

  #leave(seeker: number): void {
    if (this.held[seeker]! < 0) return
    this.#holders[this.#contest.post[this.held[seeker]!]!]!.delete(seeker)
    this.held[seeker] = -1
  }

  #augment(end: number): void {
    for (let post = end; post >= 0;) {
      const { pair, seeker } = this.#by.get(post)!
      const before = this.held[seeker]! < 0 ? -1 : this.#contest.post[this.held[seeker]!]!
      this.#leave(seeker)
      this.#holders[post]!.add(seeker)
      this.held[seeker] = pair
      post = before
    }
  }
}
