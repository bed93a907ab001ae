import { divisionPath } from '@renshu/codes'
import { COLUMNS, type Column, type Document, SILENT, UNSTATED } from '../types.ts'
import { Lists, widened } from './lists.ts'

/** Pay without an upper end, and pay that is not stated. */
const OPEN_PAY = 2 ** 31 - 1
const UNSTATED_PAY = -1
const DAY_MS = 86_400_000
/** The deepest places alone: distances are measured from where work is, not from the province around it. */
const SPOT = COLUMNS.length
const PLACE = COLUMNS.indexOf('place')

/** Days since 1970. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / DAY_MS)

/** @example occupationsAbove('4-02-06') // ['4', '4-02', '4-02-06'] */
const occupationsAbove = (code: string): string[] =>
  code.split('-').map((_, at, parts) => parts.slice(0, at + 1).join('-'))

const placesAbove = (code: string): string[] => {
  const path = divisionPath(code).map((division) => division.code)
  return path.length > 0 ? path : [code]
}

const withAncestors = (column: Column, codes: readonly string[]): Set<string> => {
  if (column === 'place') return new Set(codes.flatMap(placesAbove))
  if (column === 'occupation') return new Set(codes.flatMap(occupationsAbove))
  return new Set(codes)
}

/** Codes, pay and day of every record by its slot. A code in a column is a *value* with a number. */
export class Columns {
  /** Column of a value. */
  columnOf = new Uint8Array(1 << 10)
  /** Values of the record in a slot. */
  readonly ofSlot = new Lists()
  /** Slots of the records that lie in a place, by the value of the place; dead ones among them until a purge. */
  readonly inPlace = new Lists()
  days = new Int32Array(1 << 10)
  /** Upper end of the pay in fen. */
  tops = new Int32Array(1 << 10)
  /** Lower end of the pay in fen; where it is open or not stated, less than any. */
  lows = new Int32Array(1 << 10)
  /** The same as `tops`, its lower end where it is open: what postings are sorted by. */
  stated = new Int32Array(1 << 10)
  /** Records with a value. */
  readonly counts: number[] = []
  readonly #numbers = COLUMNS.map(() => new Map<string, number>()).concat(new Map<string, number>())

  add(slot: number, document: Document): void {
    if (slot >= this.days.length) this.#makeRoom(slot)
    this.days[slot] = dayNumber(document.on)
    this.tops[slot] = topOf(document)
    this.lows[slot] = document.pay?.min ?? UNSTATED_PAY
    this.stated[slot] = document.pay?.max ?? document.pay?.min ?? UNSTATED_PAY
    for (const [column, name] of COLUMNS.entries()) {
      const codes = document.codes[name] ?? []
      const said = codes.length > 0 || SILENT.has(name) ? withAncestors(name, codes) : [UNSTATED]
      for (const code of said) this.#put(slot, column, code)
    }
    for (const code of new Set(document.codes.place)) this.#put(slot, SPOT, code)
  }

  remove(slot: number): void {
    const start = this.ofSlot.start(slot)
    for (let at = 0; at < this.ofSlot.count(slot); at++) this.counts[this.ofSlot.pool[start + at]!]!--
    this.ofSlot.clear(slot)
  }

  /** Takes records out of the lists of places for good. */
  purge(isLive: (slot: number) => boolean): void {
    for (const value of this.codesOf('place').values()) this.inPlace.keep(value, isLive)
  }

  find(column: Column, code: string): number | undefined {
    return this.#numbers[COLUMNS.indexOf(column)]!.get(code)
  }

  /** Codes of a column, each with the number of its value; also those that no record has any more. */
  codesOf(column: Column): ReadonlyMap<string, number> {
    return this.#numbers[COLUMNS.indexOf(column)]!
  }

  /** Places of records, each with the number of its value. */
  spots(): ReadonlyMap<string, number> {
    return this.#numbers[SPOT]!
  }

  #put(slot: number, column: number, code: string): void {
    const numbers = this.#numbers[column]!
    let number = numbers.get(code)
    if (number === undefined) {
      number = this.counts.push(0) - 1
      if (number >= this.columnOf.length)
        this.columnOf = widened(this.columnOf, new Uint8Array(this.columnOf.length * 2))
      this.columnOf[number] = column
      numbers.set(code, number)
    }
    this.counts[number]!++
    this.ofSlot.push(slot, number)
    if (column === PLACE) this.inPlace.push(number, slot)
  }

  #makeRoom(slot: number): void {
    const length = Math.max(slot + 1, this.days.length * 2)
    this.days = widened(this.days, new Int32Array(length))
    this.tops = widened(this.tops, new Int32Array(length))
    this.lows = widened(this.lows, new Int32Array(length))
    this.stated = widened(this.stated, new Int32Array(length))
  }
}

const topOf = ({ pay }: Document): number => {
  if (pay?.max !== undefined) return Math.min(pay.max, OPEN_PAY)
  return pay?.min === undefined ? UNSTATED_PAY : OPEN_PAY
}
