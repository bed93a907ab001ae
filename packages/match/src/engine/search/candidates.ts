import { SIFTED } from '../segment/segment.ts'

/** Candidates that may wait when {@link SIFTED} rows more are looked at. */
export const MOST_CANDIDATES = 8192
const ROOM = MOST_CANDIDATES + SIFTED
/** Hundredths of a point that share a place in the order. */
const STEP_BITS = 5
const STEPS = (10_000 >> STEP_BITS) + 2

/**
 * Records that may be among the best, each with the most points that its occupation and skills can give. They are judged
 * from the most promising on, so that the least that counts rises soon and most of the others need not be judged at all.
 */
export class Candidates {
  readonly records = new Uint32Array(ROOM)
  /** Points of the occupation. */
  readonly occupations = new Uint16Array(ROOM)
  /** The most points of the pay. */
  readonly pays = new Uint16Array(ROOM)
  /** The most points of occupation, pay and skills together. */
  readonly bounds = new Uint16Array(ROOM)
  size = 0
  readonly #order = new Uint16Array(ROOM)
  readonly #isDropped = new Uint8Array(ROOM)
  readonly #next = new Uint16Array(STEPS)

  push(record: number, occupation: number, pay: number, bound: number): void {
    const at = this.size++
    this.records[at] = record
    this.occupations[at] = occupation
    this.pays[at] = pay
    this.bounds[at] = bound
  }

  clear(): void {
    this.size = 0
  }

  /** Forgets those that stand before a place of the order. */
  dropBefore(end: number): void {
    for (let place = 0; place < end; place++) this.#isDropped[this.#order[place]!] = 1
    let kept = 0
    for (let at = 0; at < this.size; at++)
      if (this.#isDropped[at] === 0) this.#move(at, kept++)
      else this.#isDropped[at] = 0
    this.size = kept
  }

  #move(from: number, to: number): void {
    this.records[to] = this.records[from]!
    this.occupations[to] = this.occupations[from]!
    this.pays[to] = this.pays[from]!
    this.bounds[to] = this.bounds[from]!
  }

  /** Places of the candidates by falling bounds, as far as {@link STEP_BITS} tells them apart: a counting sort. */
  sort(): Uint16Array {
    const { bounds, size } = this
    const next = this.#next.fill(0)
    for (let at = 0; at < size; at++) next[STEPS - 1 - (bounds[at]! >> STEP_BITS)]!++
    let before = 0
    for (let step = 0; step < STEPS; step++) {
      const count = next[step]!
      next[step] = before
      before += count
    }
    for (let at = 0; at < size; at++) this.#order[next[STEPS - 1 - (bounds[at]! >> STEP_BITS)]!++] = at
    return this.#order
  }
}

/** The most that a bound may lie above those before it in the order. */
export const DISORDER = (1 << STEP_BITS) - 1
