import type { Arena } from '../arena.ts'
import { hashOf } from '../numbering.ts'

/** The ids of a segment as text in its arena, found by an open table; text and order are those of JavaScript strings. */
export class Ids {
  readonly #start: Uint32Array
  readonly #text: Uint8Array | Uint16Array
  /** Record + 1 by hash; 0 is free. */
  readonly #slots: Uint32Array

  constructor(arena: Arena) {
    this.#start = arena.column('id.start', 'u32')
    const isNarrow = arena.plan.columns['id.text']?.type === 'u8'
    this.#text = isNarrow ? arena.column('id.text', 'u8') : arena.column('id.text', 'u16')
    this.#slots = arena.column('id.slots', 'u32')
  }

  /** @param mostUnit the highest UTF-16 unit of any id; ids of Latin letters take one byte a letter */
  static addColumns(arena: Arena, records: number, units: number, mostUnit = 0xffff): void {
    arena.add('id.start', 'u32', records + 1)
    arena.add('id.text', mostUnit < 0x100 ? 'u8' : 'u16', units)
    arena.add('id.slots', 'u32', slotsFor(records))
  }

  /** Free units of text after this many records. */
  room(records: number): number {
    return this.#text.length - this.#start[records]!
  }

  /** Appends the id of the next record and returns whether it was there; it leads to the new record from now on. */
  push(record: number, id: string): boolean {
    let end = this.#start[record]!
    for (let at = 0; at < id.length; at++) this.#text[end++] = id.charCodeAt(at)
    this.#start[record + 1] = end
    const slot = this.#slotOf(id)
    const isKnown = this.#slots[slot] !== 0
    this.#slots[slot] = record + 1
    return isKnown
  }

  /** The record of an id, or -1. */
  find(id: string): number {
    return this.#slots[this.#slotOf(id)]! - 1
  }

  /** UTF-16 units of an id. */
  units(record: number): Uint8Array | Uint16Array {
    return this.#text.subarray(this.#start[record]!, this.#start[record + 1]!)
  }

  text(record: number): string {
    return textOf(this.units(record))
  }

  /** Below zero when the id of `a` comes before that of `b` among strings. */
  compare(a: number, others: Ids, b: number): number {
    const [from, length] = [this.#start[a]!, this.#start[a + 1]! - this.#start[a]!]
    const [otherFrom, otherLength] = [others.#start[b]!, others.#start[b + 1]! - others.#start[b]!]
    for (let at = 0; at < length && at < otherLength; at++) {
      const difference = this.#text[from + at]! - others.#text[otherFrom + at]!
      if (difference !== 0) return difference
    }
    return length - otherLength
  }

  /** The slot that holds the id, or the free one where it would stand. */
  #slotOf(id: string): number {
    const last = this.#slots.length - 1
    for (let slot = hashOf(id) & last; ; slot = (slot + 1) & last) {
      const record = this.#slots[slot]! - 1
      if (record < 0 || this.#holds(record, id)) return slot
    }
  }

  #holds(record: number, id: string): boolean {
    const from = this.#start[record]!
    if (this.#start[record + 1]! - from !== id.length) return false
    for (let at = 0; at < id.length; at++) if (this.#text[from + at] !== id.charCodeAt(at)) return false
    return true
  }
}

/** The text that UTF-16 units spell. One by one: a call that takes them all costs more for the few of an id. */
export function textOf(units: Uint8Array | Uint16Array | Uint32Array): string {
  let text = ''
  for (let at = 0; at < units.length; at++) text += String.fromCharCode(units[at]!)
  return text
}

/** A power of two that leaves at least a third free. */
const slotsFor = (records: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, records * 1.5)))
