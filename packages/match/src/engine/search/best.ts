/** Up to so many a list is kept sorted at every step; beyond it, now and then. */
const FEW = 1024

/** The best K of a stream by points, then by rank among equals; once {@link settle}d, the best first. */
export class Best {
  readonly #k: number
  readonly #comesBefore: (a: number, b: number) => boolean
  readonly records: number[] = []
  readonly points: number[] = []
  /** Of many, the fewest points with which a record still had a chance when they were last sorted. */
  #leastOfMany = -1

  /** @param k below one keeps nothing. @param comesBefore whether record a stands before b at equal points */
  constructor(k: number, comesBefore: (a: number, b: number) => boolean) {
    this.#k = Number.isNaN(k) ? 0 : Math.max(0, Math.floor(k))
    this.#comesBefore = comesBefore
  }

  /** Fewest points with which a record still has a chance. */
  get least(): number {
    if (this.#k > FEW) return this.#leastOfMany
    return this.#k === 0 ? Infinity : this.records.length < this.#k ? -1 : this.points[this.#k - 1]!
  }

  /** A record that is already there stays as it is: it was judged by its best occupation first. */
  add(record: number, points: number): void {
    if (points < this.least) return
    if (this.#k > FEW) this.#append(record, points)
    else if (!this.records.includes(record)) this.#insert(record, points)
  }

  /** To be called when nothing more is added. */
  settle(): void {
    if (this.#k > FEW) this.#sort()
  }

  #insert(record: number, points: number): void {
    let at = this.records.length
    while (at > 0 && this.#precedes(record, points, at - 1)) at--
    if (at >= this.#k) return
    this.records.splice(at, 0, record)
    this.points.splice(at, 0, points)
    if (this.records.length <= this.#k) return
    this.records.pop()
    this.points.pop()
  }

  #append(record: number, points: number): void {
    this.records.push(record)
    this.points.push(points)
    if (this.records.length >= 2 * this.#k) this.#sort()
  }

  #sort(): void {
    const [records, points] = [this.records.slice(), this.points.slice()]
    const order = Uint32Array.from(records.keys()).sort(
      (a, b) => points[b]! - points[a]! || (this.#comesBefore(records[a]!, records[b]!) ? -1 : 1),
    )
    const kept = new Set<number>()
    this.records.length = this.points.length = 0
    for (const at of order) {
      if (kept.size >= this.#k) break
      if (kept.has(records[at]!)) continue
      kept.add(records[at]!)
      this.records.push(records[at]!)
      this.points.push(points[at]!)
    }
    if (kept.size === this.#k) this.#leastOfMany = this.points[this.#k - 1]!
  }

  #precedes(record: number, points: number, at: number): boolean {
    const difference = points - this.points[at]!
    return difference > 0 || (difference === 0 && this.#comesBefore(record, this.records[at]!))
  }
}
