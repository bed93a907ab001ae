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

/** Lays out one record at a time, so that no more than one bag of strings exists at once. */
export function layOut<T>(
  records: readonly T[],
  bagOf: (record: T) => readonly (readonly [item: string, mass: number])[],
  lexicon: Lexicon,
): Columns {
  const start = new Uint32Array(records.length + 1)
  const totals = new Float64Array(records.length)
  let items = new Uint32Array(1024)
  let masses = new Uint32Array(1024)
  let entry = 0
  for (const [record, content] of records.entries()) {
    const bag = bagOf(content)
    if (entry + bag.length > items.length) {
      items = grow(items, entry + bag.length)
      masses = grow(masses, entry + bag.length)
    }
    for (const [item, mass] of bag) {
      items[entry] = lexicon.number(item)
      masses[entry++] = mass
      totals[record]! += mass
    }
    start[record + 1] = entry
  }
  return { start, items: items.slice(0, entry), masses: masses.slice(0, entry), totals }
}

function grow(column: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(needed, column.length * 2))
  grown.set(column)
  return grown
}
