/** Gives every distinct item of both sides a number. */
export class Lexicon {
  readonly #numbers = new Map<string, number>()
  number(item: string): number {
    const found = this.#numbers.get(item)
    if (found !== undefined) return found
    this.#numbers.set(item, this.#numbers.size)
    return this.#numbers.size - 1
  }
  get size(): number {
    return this.#numbers.size
  }
}

/** The bags of one side in one piece: record r holds the entries from `start[r]` up to `start[r + 1]`. */
export type Columns = { start: Uint32Array; items: Uint32Array; masses: Uint32Array; totals: Float64Array }

export function layOut(bags: readonly (readonly [item: string, mass: number][])[], lexicon: Lexicon): Columns {
  const size = bags.reduce((sum, bag) => sum + bag.length, 0)
  const start = new Uint32Array(bags.length + 1)
  const columns = {
    start,
    items: new Uint32Array(size),
    masses: new Uint32Array(size),
    totals: new Float64Array(bags.length),
  }
  let entry = 0
  for (const [record, bag] of bags.entries()) {
    start[record] = entry
    for (const [item, mass] of bag) {
      columns.items[entry] = lexicon.number(item)
      columns.masses[entry++] = mass
      columns.totals[record]! += mass
    }
  }
  start[bags.length] = entry
  return columns
}
