import { BROKEN } from '../classes/verdicts.ts'
import type { Reaching } from './book.ts'

/** Classes stay below 2^26, so points and class fit into one exact number by which they are sorted. */
const PLACE = 2 ** 26
const MOST = 10_000
const keyOf = (points: number, answering: number): number => (MOST - points) * PLACE + answering
const pointsOf = (key: number): number => MOST - Math.floor(key / PLACE)

/**
 * The classes that give an asker most points, best first, none of them foreign. Titles are compared only as far down as
 * somebody looks: of every class it is known what it can give at most.
 */
export class ShortList {
  /** What is settled so far, with exact points. */
  readonly classes: number[] = []
  readonly points: number[] = []
  /** Classes of the other side that have been thought of. */
  upTo = 0
  readonly #floor: number
  readonly #judge: (answering: number, dot: number | undefined) => number
  readonly #reaching: Reaching
  /** Places among those that may reach the floor, by the most they can give. */
  readonly #order: Uint32Array
  #next = 0
  /** Keys of classes whose points are known but that may have others before them, the best last. */
  #pool: number[] = []

  constructor(reaching: Reaching, floor: number, judge: (answering: number, dot: number | undefined) => number) {
    const { most } = reaching
    this.#reaching = reaching
    this.#floor = floor
    this.#judge = judge
    this.#order = Uint32Array.from(Float64Array.from(most, keyOf).sort(), (key) => key % PLACE)
  }

  /** Classes that may reach the floor, those apart that came later. */
  get size(): number {
    return this.#order.length
  }

  /** Whether there are so many classes that the place is taken; what stands before and on it is then settled. */
  settle(place: number): boolean {
    return place < this.classes.length || this.#settle(place)
  }

  #settle(place: number): boolean {
    while (this.classes.length <= place) {
      while (this.#next < this.#order.length && this.#mostLeft >= this.#bestKnown) this.#judgeNext()
      const key = this.#pool.pop()
      if (key === undefined) return false
      this.classes.push(key % PLACE)
      this.points.push(pointsOf(key))
    }
    return true
  }

  /** Calls with every class, settled or not, and the most points that are known of it. */
  eachMost(visit: (answering: number, most: number) => void): void {
    for (const [place, answering] of this.classes.entries()) visit(answering, this.points[place]!)
    for (const key of this.#pool) visit(key % PLACE, pointsOf(key))
    for (const at of this.#order.subarray(this.#next)) visit(this.#reaching.classes[at]!, this.#reaching.most[at]!)
  }

  /** Takes a class in that came later. @param points with {@link BROKEN} when it is foreign */
  add(answering: number, points: number): void {
    if (points & BROKEN || points < this.#floor) return
    const key = keyOf(points, answering)
    // It may belong before some of what is settled.
    while (this.classes.length > 0 && keyOf(this.points.at(-1)!, this.classes.at(-1)!) > key)
      this.#enter(keyOf(this.points.pop()!, this.classes.pop()!))
    this.#enter(key)
  }

  get #mostLeft(): number {
    return this.#reaching.most[this.#order[this.#next]!]!
  }

  get #bestKnown(): number {
    const best = this.#pool.at(-1)
    return best === undefined ? -1 : pointsOf(best)
  }

  #judgeNext(): void {
    const { classes, dots } = this.#reaching
    const at = this.#order[this.#next]!
    const points = this.#judge(classes[at]!, dots?.[at])
    // Not before: a comparison that breaks off is made again by the next question.
    this.#next++
    if (!(points & BROKEN) && points >= this.#floor) this.#enter(keyOf(points, classes[at]!))
  }

  #enter(key: number): void {
    let at = this.#pool.length
    while (at > 0 && this.#pool[at - 1]! < key) at--
    this.#pool.splice(at, 0, key)
  }
}
