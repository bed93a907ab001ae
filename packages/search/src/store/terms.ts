import { termsOf, type TokenOptions } from '../text/tokens.ts'
import type { Document } from '../types.ts'
import { Lists } from './lists.ts'

/** A number per record and term: the slot of the record, and in its last byte how much it is about the term. */
export const SLOT_SHIFT = 8
export const MOST_SLOTS = 2 ** 24

/** Which records hold a term. */
export class Terms {
  readonly postings = new Lists()
  readonly #numbers = new Map<string, number>()
  readonly #options: TokenOptions

  constructor(options: TokenOptions) {
    this.#options = options
  }

  add(slot: number, document: Document): void {
    for (const [term, weight] of termsOf(document, this.#options))
      this.postings.push(this.#number(term), ((slot << SLOT_SHIFT) | weight) >>> 0)
  }

  /** The number of a term; undefined where no record ever had it. */
  find(term: string): number | undefined {
    return this.#numbers.get(term)
  }

  /** Records that hold a term, those counted in that have gone since the last purge. */
  frequency(term: string): number {
    const number = this.#numbers.get(term)
    return number === undefined ? 0 : this.postings.count(number)
  }

  names(): IterableIterator<string> {
    return this.#numbers.keys()
  }

  /** Takes records out for good, so that their slots can be given to others. */
  purge(isLive: (slot: number) => boolean): void {
    for (const number of this.#numbers.values()) this.postings.keep(number, (value) => isLive(value >>> SLOT_SHIFT))
  }

  #number(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    this.#numbers.set(term, this.#numbers.size)
    return this.#numbers.size - 1
  }
}
