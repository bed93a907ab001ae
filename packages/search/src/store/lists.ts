/** Lists of whole numbers side by side in one pool: a list that outgrows its room moves to one of twice the size. */
export class Lists {
  #pool = new Uint32Array(1 << 12)
  /** Rooms that lists moved out of, by size. */
  #free: number[][] = []
  #end = 0
  #starts = new Uint32Array(1 << 10)
  #counts = new Uint32Array(1 << 10)
  /** Power of two that a list has room for, plus one; 0 where it never had an entry. */
  #sizes = new Uint8Array(1 << 10)

  /** The numbers of a list stand from `start(list)` on; valid until the next `push`. */
  get pool(): Uint32Array {
    return this.#pool
  }

  /** Where each list starts, and how long it is; for loops over many lists. */
  get starts(): Uint32Array {
    return this.#starts
  }

  get counts(): Uint32Array {
    return this.#counts
  }

  start(list: number): number {
    return this.#starts[list] ?? 0
  }

  count(list: number): number {
    return this.#counts[list] ?? 0
  }

  push(list: number, value: number): void {
    if (list >= this.#sizes.length) this.#makeRoom(list)
    const count = this.#counts[list]!
    const size = this.#sizes[list]!
    if (size === 0 || count === 1 << (size - 1)) this.#move(list, size + 1)
    this.#pool[this.#starts[list]! + count] = value
    this.#counts[list] = count + 1
  }

  clear(list: number): void {
    const size = this.#sizes[list] ?? 0
    if (size === 0) return
    this.#release(this.#starts[list]!, size)
    this.#sizes[list] = 0
    this.#counts[list] = 0
  }

  /** Takes out what the test refuses, in place. */
  keep(list: number, test: (value: number) => boolean): void {
    const start = this.start(list)
    let kept = 0
    for (let at = 0; at < this.count(list); at++) {
      const value = this.#pool[start + at]!
      if (test(value)) this.#pool[start + kept++] = value
    }
    if (kept === 0) this.clear(list)
    else this.#counts[list] = kept
  }

  #move(list: number, size: number): void {
    const from = this.#starts[list]!
    const count = this.#counts[list]!
    const to = this.#free[size]?.pop() ?? this.#append(1 << (size - 1))
    this.#pool.copyWithin(to, from, from + count)
    if (size > 1) this.#release(from, size - 1)
    this.#starts[list] = to
    this.#sizes[list] = size
  }

  #release(start: number, size: number): void {
    ;(this.#free[size] ??= []).push(start)
  }

  #append(length: number): number {
    const start = this.#end
    this.#end += length
    if (this.#end > this.#pool.length) {
      const wider = new Uint32Array(Math.max(this.#end, Math.ceil(this.#pool.length * 1.25)))
      wider.set(this.#pool)
      this.#pool = wider
    }
    return start
  }

  #makeRoom(list: number): void {
    const length = Math.max(list + 1, this.#sizes.length * 2)
    this.#starts = widened(this.#starts, new Uint32Array(length))
    this.#counts = widened(this.#counts, new Uint32Array(length))
    this.#sizes = widened(this.#sizes, new Uint8Array(length))
  }
}

type Numbers = Uint8Array | Uint32Array | Int32Array | Float32Array

/** The wider array, with what the narrow one holds. */
export function widened<T extends Numbers>(narrow: T, wide: T): T {
  wide.set(narrow)
  return wide
}
