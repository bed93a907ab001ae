import type { ShortList } from '../occupation/short-list.ts'
import type { ClassOrder } from './rankings.ts'

/** Goes through the classes of an asker's short lists by falling points, each class once. */
export class ListWalk implements ClassOrder {
  readonly #lists: readonly ShortList[]
  readonly #next: number[]
  readonly #seen = new Set<number>()
  occupation = -1
  points = 0

  constructor(lists: readonly ShortList[]) {
    this.#lists = lists
    this.#next = lists.map(() => 0)
  }

  step(): boolean {
    for (;;) {
      const best = this.#lists.length === 1 ? this.#onlyList() : this.#bestList()
      if (best < 0) return false
      const { classes, points } = this.#lists[best]!
      const place = this.#next[best]!++
      this.occupation = classes[place]!
      this.points = points[place]!
      // One list holds every class once.
      if (this.#lists.length === 1) return true
      if (this.#seen.has(this.occupation)) continue
      this.#seen.add(this.occupation)
      return true
    }
  }

  #onlyList(): number {
    return this.#lists[0]!.settle(this.#next[0]!) ? 0 : -1
  }

  #bestList(): number {
    let best = -1
    let most = -1
    for (let list = 0; list < this.#lists.length; list++) {
      const listed = this.#lists[list]!
      const place = this.#next[list]!
      const points = listed.settle(place) ? listed.points[place]! : -1
      if (points > most) {
        most = points
        best = list
      }
    }
    return best
  }
}
