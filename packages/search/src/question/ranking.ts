import type { Position } from '../types.ts'

/** A record on its way to a page: the higher key comes first, among equals the higher id. */
export type Ranked = { slot: number; id: string; key: number }

const isBefore = (a: { key: number; id: string }, b: { key: number; id: string }): boolean =>
  a.key > b.key || (a.key === b.key && a.id > b.id)

/** Keeps the best of many: a heap whose root is the last of those kept. */
export class Ranking {
  readonly #heap: Ranked[] = []
  readonly #most: number
  readonly #after: Position | undefined

  /** @param most one more than the page holds, to know whether there is another */
  constructor(most: number, after: Position | undefined) {
    this.#most = most
    this.#after = after
  }

  offer(slot: number, key: number, id: string): void {
    const last = this.#heap[0]
    if (this.#heap.length === this.#most && last && key < last.key) return
    const one = { slot, key, id }
    if (this.#after && !isBefore(this.#after, one)) return
    if (this.#heap.length < this.#most) this.#rise(this.#heap.push(one) - 1)
    else if (last && isBefore(one, last)) {
      this.#heap[0] = one
      this.#sink()
    }
  }

  /** Best first. */
  sorted(): Ranked[] {
    return this.#heap.toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
  }

  #rise(from: number): void {
    const heap = this.#heap
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!isBefore(heap[parent]!, heap[at]!)) return
      ;[heap[parent], heap[at]] = [heap[at]!, heap[parent]!]
      at = parent
    }
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let last = at
      if (left < heap.length && isBefore(heap[last]!, heap[left]!)) last = left
      if (right < heap.length && isBefore(heap[last]!, heap[right]!)) last = right
      if (last === at) return
      ;[heap[last], heap[at]] = [heap[at]!, heap[last]!]
      at = last
    }
  }
}
