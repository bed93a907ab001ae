import { distanceKm } from '@renshu/codes'
import { type Columns, dayNumber } from '../store/columns.ts'
import { COLUMNS, type Column, type Filters } from '../types.ts'

const MOST_FILTERS = 31

/** A question with more filters than there are bits. */
export class TooManyFilters extends Error {
  override readonly name = 'TooManyFilters'
}

/** A filter is one bit: a record's bits are those of its values, of its pay and of its day. */
type Filter = { bit: number; column: Column | undefined }

/** The filters of a question, those that must hold and those that are only wished for. */
export class Sieve {
  /** Bits that a record needs. */
  needed = 0
  /** Bits that are counted in its favour. */
  wished = 0
  readonly #columns: Columns
  readonly #filters: Filter[] = []
  /** Bits of values, by number. */
  readonly #flags: Uint32Array
  readonly #pay: { bit: number; least: number }[] = []
  readonly #most: { bit: number; most: number }[] = []
  readonly #since: { bit: number; day: number }[] = []

  /** Bits that a record has where none of the values do. */
  #turned = 0

  constructor(columns: Columns, must: readonly Filters[], may: Filters = {}) {
    this.#columns = columns
    this.#flags = new Uint32Array(columns.counts.length)
    for (const filter of must.flatMap((filters) => this.#read(filters))) this.needed |= filter.bit
    for (const filter of this.#read(may)) this.wished |= filter.bit
  }

  /** The bits that the records in these slots have, one after the other. */
  bitsOf(slots: readonly number[]): Uint32Array {
    const bits = new Uint32Array(slots.length)
    if (this.#filters.length === 0) return bits
    const { pool, starts, counts } = this.#columns.ofSlot
    const flags = this.#flags
    for (let at = 0; at < slots.length; at++) {
      const start = starts[slots[at]!]!
      const end = start + counts[slots[at]!]!
      let has = 0
      for (let place = start; place < end; place++) has |= flags[pool[place]!]!
      bits[at] = has
    }
    this.#addNumbers(slots, bits)
    if (this.#turned !== 0) for (let at = 0; at < bits.length; at++) bits[at]! ^= this.#turned
    return bits
  }

  /** The bits of the filters on a column, which its own facet is counted without. */
  filtersOf(column: Column): number {
    return this.#filters.reduce((bits, filter) => (filter.column === column ? bits | filter.bit : bits), 0)
  }

  /** The bits of the filters by lowest pay, or by first day, which their own steps are counted without. */
  stepsOf(kind: 'pay' | 'since'): number {
    return (kind === 'pay' ? this.#pay : this.#since).reduce((bits, { bit }) => bits | bit, 0)
  }

  #addNumbers(slots: readonly number[], bits: Uint32Array): void {
    const { tops, lows, days } = this.#columns
    for (const { bit, least } of this.#pay)
      for (let at = 0; at < slots.length; at++) if (tops[slots[at]!]! >= least) bits[at]! |= bit
    for (const { bit, most } of this.#most)
      for (let at = 0; at < slots.length; at++) if (lows[slots[at]!]! <= most) bits[at]! |= bit
    for (const { bit, day } of this.#since)
      for (let at = 0; at < slots.length; at++) if (days[slots[at]!]! >= day) bits[at]! |= bit
  }

  #read({ codes = {}, every = {}, none = {}, spots, around, pay, most, since }: Filters): Filter[] {
    const before = this.#filters.length
    for (const column of COLUMNS) {
      if (codes[column]) this.#flagCodes(column, codes[column], column, column === 'place' ? spots : undefined)
      // Each narrows what the others leave, so their column is counted with them.
      for (const code of new Set(every[column])) this.#flagCodes(column, [code], undefined)
      if (none[column]) this.#turned |= this.#flagCodes(column, none[column], undefined)
    }
    if (around) this.#flagAround(around)
    if (pay !== undefined) this.#pay.push({ bit: this.#open(undefined), least: pay })
    if (most !== undefined) this.#most.push({ bit: this.#open(undefined), most })
    if (since !== undefined) this.#since.push({ bit: this.#open(undefined), day: dayNumber(since) })
    return this.#filters.slice(before)
  }

  #open(column: Column | undefined): number {
    if (this.#filters.length === MOST_FILTERS) throw new TooManyFilters()
    const bit = 1 << this.#filters.length
    this.#filters.push({ bit, column })
    return bit
  }

  #flagCodes(
    column: Column,
    codes: readonly string[],
    counted: Column | undefined,
    spots: readonly string[] = [],
  ): number {
    const bit = this.#open(counted)
    const values = [
      ...codes.map((code) => this.#columns.find(column, code)),
      ...spots.map((spot) => this.#columns.spots().get(spot)),
    ]
    for (const value of values) if (value !== undefined) this.#flags[value]! |= bit
    return bit
  }

  #flagAround({ place, km }: { place: string; km: number }): void {
    const bit = this.#open('place')
    for (const [spot, value] of this.#columns.spots())
      if ((distanceKm(place, spot) ?? Infinity) <= km) this.#flags[value]! |= bit
  }
}
