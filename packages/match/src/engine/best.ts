/** The best K of a stream by points, then by the order of their ids; kept sorted, the best first. */
export class Best {
  readonly #k: number
  readonly #order: Uint32Array
  readonly records: number[] = []
  readonly points: number[] = []

  /** @param k below one keeps nothing. @param order place of each record among all ids. */
  constructor(k: number, order: Uint32Array) {
    this.#k = Math.max(0, k)
    this.#order = order
  }

  /** Fewest points with which a record still has a chance. */
  get least(): number {
    return this.#k === 0 ? Infinity : this.records.length < this.#k ? -1 : this.points[this.#k - 1]!
  }

  add(record: number, points: number): void {
    let at = this.records.length
    while (at > 0 && this.#precedes(record, points, at - 1)) at--
    if (at >= this.#k) return
    this.records.splice(at, 0, record)
    this.points.splice(at, 0, points)
    if (this.records.length <= this.#k) return
    this.records.pop()
    this.points.pop()
  }

  #precedes(record: number, points: number, at: number): boolean {
    const difference = points - this.points[at]!
    return difference > 0 || (difference === 0 && this.#order[record]! < this.#order[this.records[at]!]!)
  }
}

/** For each record its place when the ids are sorted by their characters. */
export function orderOfIds(ids: readonly string[]): Uint32Array {
  const sorted = ids.map((_, record) => record).sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b))
  const order = new Uint32Array(ids.length)
  for (const [place, record] of sorted.entries()) order[record] = place
  return order
}
