import { FOREIGN } from '../occupation/book.ts'
import type { ClassOrder } from './rankings.ts'

/** Hundredths that a ceiling can be, and the place behind all of them. */
const MOST = 10_000
const OUT = MOST + 1

/** The classes of a segment that are not out, by falling ceilings, among equals in the order of the rows. */
export class CeilingOrder implements ClassOrder {
  readonly #classes: Uint32Array
  readonly #ceilings: Uint16Array
  #next = 0
  occupation = -1
  points = 0

  /** @param classes in the order of the rows. @param ceilings by class, with {@link FOREIGN} where it is out */
  constructor(classes: Uint32Array, ceilings: Uint16Array) {
    const { length } = classes
    const places = new Uint16Array(length)
    const next = new Uint32Array(OUT + 2)
    for (let at = 0; at < length; at++) {
      const ceiling = ceilings[classes[at]!]!
      places[at] = ceiling & FOREIGN ? OUT : MOST - ceiling
      next[places[at]! + 1]!++
    }
    for (let place = 0; place <= OUT; place++) next[place + 1]! += next[place]!
    const open = next[OUT]!
    const [sorted, most] = [new Uint32Array(length), new Uint16Array(length)]
    for (let at = 0; at < length; at++) {
      const to = next[places[at]!]!++
      sorted[to] = classes[at]!
      most[to] = MOST - places[at]!
    }
    this.#classes = sorted.subarray(0, open)
    this.#ceilings = most.subarray(0, open)
  }

  step(): boolean {
    if (this.#next === this.#classes.length) return false
    this.occupation = this.#classes[this.#next]!
    this.points = this.#ceilings[this.#next++]!
    return true
  }
}
