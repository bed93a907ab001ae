/** Gives every distinct key a number, from zero on. */
export class Numbering {
  readonly #numbers = new Map<string, number>()

  of(key: string): number {
    const found = this.#numbers.get(key)
    if (found !== undefined) return found
    this.#numbers.set(key, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** The number of a key that was met before. */
  known(key: string): number | undefined {
    return this.#numbers.get(key)
  }

  keys(): IterableIterator<string> {
    return this.#numbers.keys()
  }

  get size(): number {
    return this.#numbers.size
  }
}
