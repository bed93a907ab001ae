import { BROKEN, POINTS, UNJUDGED } from '../classes/verdicts.ts'
import { FOREIGN } from '../occupation/book.ts'
import type { ShortList } from '../occupation/short-list.ts'
import type { ShortLists } from '../occupation/short-lists.ts'

type Occupations = { start: Uint32Array; of: Uint32Array }

/** Goes through the occupation classes of the other side, from those that give an asker most points to the least. */
export class ClassWalk {
  readonly #lists: ShortLists
  #asking: number[] = []
  #listed: ShortList[] = []
  /** Points worked out so far, for each of the asker's occupations. */
  readonly #rows: Uint16Array[] = []
  /** Which question last noted the points of a class, and those. */
  #notedAt = new Uint32Array(0)
  #noted = new Uint16Array(0)
  #ceilings = new Uint16Array(0)
  #question = 0

  constructor(lists: ShortLists) {
    this.#lists = lists
  }

  begin({ start, of }: Occupations, record: number): void {
    this.#asking = Array.from(of.subarray(start[record]!, start[record + 1]!))
    this.#listed = this.#asking.map((asking) => this.#lists.list(asking))
    this.#rows.length = 0
    this.#question++
    this.#makeRoom()
  }

  /** No class outside the short lists gives more. */
  get mostOfRest(): number {
    return this.#lists.floor - 1
  }

  /** Classes of the other side. */
  get size(): number {
    return this.#lists.size
  }

  get mostOfAll(): number {
    return this.#lists.most
  }

  /** The short lists of the asker's occupations. */
  get listed(): readonly ShortList[] {
    return this.#listed
  }

  /** Takes down the most points of all listed classes for {@link mostNoted}. */
  noteListed(): void {
    for (const list of this.#listed)
      list.eachMost((occupation, points) => {
        const known = this.#notedAt[occupation] === this.#question ? this.#noted[occupation]! : 0
        this.#notedAt[occupation] = this.#question
        this.#noted[occupation] = Math.max(known, points)
      })
  }

  /** The most points a record's occupations can give, told by the short lists alone. */
  mostNoted({ start, of }: Occupations, record: number): number {
    let most = this.mostOfRest
    for (let at = start[record]!; at < start[record + 1]!; at++)
      if (this.#notedAt[of[at]!] === this.#question) most = Math.max(most, this.#noted[of[at]!]!)
    return most
  }

  /**
   * The most points each class outside the short lists can give; {@link FOREIGN} is set for those inside, which have been
   * visited, and for those to which every occupation of the asker is surely foreign.
   */
  ceilingsOfRest(): Uint16Array {
    const size = this.#lists.size
    for (const [i, asking] of this.#asking.entries()) {
      const ceilings = this.#lists.ceilings(asking)
      if (i === 0) this.#ceilings.set(ceilings.subarray(0, size))
      else for (let one = 0; one < size; one++) this.#ceilings[one] = joinCeilings(this.#ceilings[one]!, ceilings[one]!)
    }
    const [least, most] = [this.#lists.mostForeign, this.mostOfRest]
    for (let one = 0; one < size; one++)
      if (!(this.#ceilings[one]! & FOREIGN)) this.#ceilings[one] = Math.min(most, Math.max(least, this.#ceilings[one]!))
    for (const list of this.#listed)
      for (let place = 0; list.settle(place); place++) this.#ceilings[list.classes[place]!] = FOREIGN
    return this.#ceilings
  }

  /** Points of a record's best occupation; -1 when it is foreign to the asker. */
  exactPoints({ start, of }: Occupations, record: number): number {
    let best = 0
    let isForeign = true
    for (let at = start[record]!; at < start[record + 1]!; at++) {
      const exact = this.#exactOf(of[at]!)
      isForeign &&= (exact & BROKEN) !== 0
      best = Math.max(best, exact & POINTS)
    }
    return isForeign ? -1 : best
  }

  #exactOf(occupation: number): number {
    let best = 0
    let isForeign = true
    for (let at = 0; at < this.#asking.length; at++) {
      const row = (this.#rows[at] ??= this.#lists.row(this.#asking[at]!))
      if (row[occupation] === UNJUDGED) row[occupation] = this.#lists.points(this.#asking[at]!, occupation)
      const points = row[occupation]!
      isForeign &&= (points & BROKEN) !== 0
      best = Math.max(best, points & POINTS)
    }
    return best | (isForeign ? BROKEN : 0)
  }

  #makeRoom(): void {
    const size = this.#lists.size
    if (this.#ceilings.length >= size) return
    this.#notedAt = new Uint32Array(size * 2)
    this.#noted = new Uint16Array(size * 2)
    this.#ceilings = new Uint16Array(size * 2)
  }
}

/** Of two occupations of the asker one has to be acceptable, and the better one gives the points. */
function joinCeilings(a: number, b: number): number {
  return Math.max(a & POINTS, b & POINTS) | (a & b & FOREIGN)
}
