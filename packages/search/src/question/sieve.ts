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
  readonly #since: { bit: number; day: number }[] = []

  constructor(columns: Columns, must: readonly Filters[], may: Filters = {}) {
    this.#columns = columns
    this.#flags = new Uint32Array(columns.values.length)
    for (const filter of must.flatMap((filters) => this.#read(filters))) this.needed |= filter.bit
    for (const filter of this.#read(may)) this.wished |= filter.bit
  }

  /** The bits that the record in a slot has. */
  bitsOf(slot: number): number {
    if (this.#filters.length === 0) return 0
    const { pool } = this.#columns.ofSlot
    const start = this.#columns.ofSlot.start(slot)
    const end = start + this.#columns.ofSlot.count(slot)
    let bits = 0
    for (let at = start; at < end; at++) bits |= this.#flags[pool[at]!]!
    for (const { bit, least } of this.#pay) if (this.#columns.tops[slot]! >= least) bits |= bit
    for (const { bit, day } of this.#since) if (this.#columns.days[slot]! >= day) bits |= bit
    return bits
  }

  /** The bits of the filters on a column, which its own facet is counted without. */
  filtersOf(column: Column): number {
    return this.#filters.reduce((bits, filter) => (filter.column === column ? bits | filter.bit : bits), 0)
  }

  #read({ codes = {}, every = {}, around, pay, since }: Filters): Filter[] {
    const before = this.#filters.length
    for (const column of COLUMNS) {
      if (codes[column]) this.#flagCodes(column, codes[column], column)
      // Each narrows what the others leave, so their column is counted with them.
      for (const code of new Set(every[column])) this.#flagCodes(column, [code], undefined)
    }
    if (around) this.#flagAround(around)
    if (pay !== undefined) this.#pay.push({ bit: this.#open(undefined), least: pay })
    if (since !== undefined) this.#since.push({ bit: this.#open(undefined), day: dayNumber(since) })
    return this.#filters.slice(before)
  }

  #open(column: Column | undefined): number {
    if (this.#filters.length === MOST_FILTERS) throw new TooManyFilters()
    const bit = 1 << this.#filters.length
    this.#filters.push({ bit, column })
    return bit
  }

  #flagCodes(column: Column, codes: readonly string[], counted: Column | undefined): void {
    const bit = this.#open(counted)
    for (const code of codes) {
      const value = this.#columns.find(column, code)
      if (value !== undefined) this.#flags[value]! |= bit
    }
  }

  #flagAround({ place, km }: { place: string; km: number }): void {
    const bit = this.#open('place')
    for (const [spot, value] of this.#columns.spots())
      if ((distanceKm(place, spot) ?? Infinity) <= km) this.#flags[value]! |= bit
  }
}
