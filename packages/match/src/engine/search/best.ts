/** The best K of a stream by points, then by rank among equals; kept sorted, the best first. */
export class Best {
  readonly #k: number
  readonly #comesBefore: (a: number, b: number) => boolean
  readonly records: number[] = []
  readonly points: number[] = []

  /** @param k below one keeps nothing. @param comesBefore whether record a stands before b at equal points */
  constructor(k: number, comesBefore: (a: number, b: number) => boolean) {
    this.#k = Number.isNaN(k) ? 0 : Math.max(0, Math.floor(k))
    this.#comesBefore = comesBefore
  }

  /** Fewest points with which a record still has a chance. */
  get least(): number {
    return this.#k === 0 ? Infinity : this.records.length < this.#k ? -1 : this.points[this.#k - 1]!
  }

  /** A record that is already there stays as it is: it was judged by its best occupation first. */
  add(record: number, points: number): void {
    if (points < this.least || this.records.includes(record)) return
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
    return difference > 0 || (difference === 0 && this.#comesBefore(record, this.records[at]!))
  }
}
