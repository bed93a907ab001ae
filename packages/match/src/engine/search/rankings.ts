import { Arena } from '../arena.ts'
import { type Kernel, SIEVE_WORDS, type SieveColumns, loadKernel } from '../kernel/index.ts'
import type { ShortList } from '../occupation/short-list.ts'
import { FOUND_LENGTH, type Segment } from '../segment/segment.ts'

/** Rows a ranking has room for. */
export const ROOM = 32_768
/** Rankings that are kept, the ones asked for last. */
const KEPT = 6

/** Askers that are remembered, so that a ranking is only made where it is asked for again. */
const REMEMBERED = 64

/** Goes through classes by falling points, each class once. */
export type ClassOrder = {
  /** Goes to the next class; false when there is none. */
  step(): boolean
  /** Of the class it has come to. */
  readonly occupation: number
  readonly points: number
}

/**
 * The rows of a sorted segment in the order in which an asker's occupations call for them, copied side by side as far
 * down as somebody has looked. The kernel then goes through many small classes in one call, and whoever asks for the same
 * occupations next finds their rows there.
 */
export class Ranking {
  readonly kernel: Kernel
  readonly sieve: SieveColumns
  readonly rows: Segment['rows']
  /** Points of each row's occupation, or the most they can be, falling. */
  readonly points: Uint16Array
  readonly found: Uint32Array
  size = 0
  /** Points of the class that had no room; it and those after it are missing. */
  pointsBeyond: number | undefined
  #segment: Segment | undefined
  #lists: readonly ShortList[] = []
  #order!: ClassOrder

  constructor(arena: Arena, kernel: Kernel, number: number, room: number) {
    const u32 = (name: string) => arena.add(`${name}.${number}`, 'u32', room)
    const words = Object.fromEntries(SIEVE_WORDS.map((word) => [word, u32(word)])) as Segment['rows']['words']
    this.kernel = kernel
    this.rows = { record: u32('record'), words }
    this.sieve = Object.fromEntries(SIEVE_WORDS.map((word) => [word, words[word].byteOffset])) as SieveColumns
    this.points = arena.add(`points.${number}`, 'u16', room)
    this.found = arena.column('found', 'u32')
  }

  /** Whether its rows are those that these lists call for. Classes that came after the segment have no rows in it. */
  isOf(lists: readonly ShortList[]): boolean {
    return this.#segment !== undefined && areSame(lists, this.#lists)
  }

  forget(): void {
    this.#segment = undefined
  }

  begin(segment: Segment, lists: readonly ShortList[], order: ClassOrder): void {
    this.#segment = segment
    this.#lists = lists
    this.#order = order
    this.size = 0
    this.pointsBeyond = undefined
  }

  /** Copies on until there are so many rows, no more classes, or no room. @returns how many of the wanted rows there are */
  reach(wanted: number): number {
    while (this.size < wanted && this.#copyNext());
    return Math.min(wanted, this.size)
  }

  #copyNext(): boolean {
    if (this.pointsBeyond !== undefined || !this.#order.step()) return false
    const { occupation, points } = this.#order
    const { from, to } = this.#segment!.classes!
    if (occupation >= from.length) return true
    const [first, end] = [from[occupation]!, to[occupation]!]
    if (this.size + end - first > this.points.length) {
      this.pointsBeyond = points
      return false
    }
    this.#copy(first, end)
    for (const last = this.size + end - first; this.size < last; this.size++) this.points[this.size] = points
    return true
  }

  /** One by one, because most classes have a row or two. */
  #copy(from: number, to: number): void {
    const { record, words } = this.#segment!.rows
    const { ordinals, magnitudes, places, skillsLow, skillsHigh } = words
    const target = this.rows.words
    for (let row = from, at = this.size; row < to; row++, at++) {
      this.rows.record[at] = record[row]!
      target.ordinals[at] = ordinals[row]!
      target.magnitudes[at] = magnitudes[row]!
      target.places[at] = places[row]!
      target.skillsLow[at] = skillsLow[row]!
      target.skillsHigh[at] = skillsHigh[row]!
    }
  }
}

/** The rankings that were asked for last, in one memory. */
export class Rankings {
  readonly #room: number
  #kept: Ranking[] = []
  /** What was asked for last, ranked or not. */
  readonly #asked: (readonly ShortList[])[] = []
  #segment: Segment | undefined

  /** @param room rows that each has room for */
  constructor(room: number) {
    this.#room = room
  }

  /** Whether these lists have been asked about before, not long ago; from now on they have. */
  isAskedAgain(segment: Segment, lists: readonly ShortList[]): boolean {
    this.#turnTo(segment)
    if (this.#asked.some((asked) => areSame(asked, lists))) return true
    this.#asked.unshift(lists)
    if (this.#asked.length > REMEMBERED) this.#asked.pop()
    return false
  }

  /** @param lists of the asker's occupations. @param order in which they call for the classes, asked for when it is new */
  of(segment: Segment, lists: readonly ShortList[], order: () => ClassOrder): Ranking {
    this.#turnTo(segment)
    if (this.#kept.length === 0) this.#open()
    const at = this.#kept.findIndex((ranking) => ranking.isOf(lists))
    // Before a place is made for it, because an order that breaks off leaves nothing behind.
    const begun = at < 0 ? order() : undefined
    const [ranking] = this.#kept.splice(at, 1) as [Ranking]
    if (begun) ranking.begin(segment, lists, begun)
    this.#kept.unshift(ranking)
    return ranking
  }

  /** Forgets everything of the segment before, so that its memory is free once it has been merged. */
  #turnTo(segment: Segment): void {
    if (this.#segment === segment) return
    this.#segment = segment
    this.#asked.length = 0
    for (const ranking of this.#kept) ranking.forget()
  }

  #open(): void {
    const arena = Arena.ofSize(KEPT * this.#room * (SIEVE_WORDS.length + 2) * 4)
    arena.add('found', 'u32', FOUND_LENGTH)
    const kernel = loadKernel(arena.memory)
    this.#kept = Array.from({ length: KEPT }, (_, number) => new Ranking(arena, kernel, number, this.#room))
  }
}

const areSame = (one: readonly ShortList[], other: readonly ShortList[]): boolean =>
  one.length === other.length && one.every((list, at) => list === other[at])
