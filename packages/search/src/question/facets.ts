import type { Columns } from '../store/columns.ts'
import { COLUMNS, type Column } from '../types.ts'
import type { Sieve } from './sieve.ts'

type Facets = ReadonlyMap<Column, ReadonlyMap<string, number>>

const collect = (columns: readonly Column[], { values }: Columns, counts: ArrayLike<number>): Facets => {
  const facets = new Map(columns.map((column) => [column, new Map<string, number>()]))
  for (const [value, { column, code }] of values.entries())
    if (counts[value]! > 0) facets.get(COLUMNS[column]!)?.set(code, counts[value]!)
  return facets
}

/** Counts of everything there is: kept up to date, so nothing is gone through. */
export const countAll = (asked: readonly Column[], columns: Columns): Facets => collect(asked, columns, columns.counts)

/** Records by code, each column over those that pass all filters but its own. */
export function countFacets(asked: readonly Column[], columns: Columns, sieve: Sieve, slots: Iterable<number>): Facets {
  if (asked.length === 0) return new Map()
  const { columnOf, ofSlot } = columns
  const counts = new Uint32Array(columns.values.length)
  const own = asked.map((column) => ({ bit: 1 << COLUMNS.indexOf(column), filters: sieve.filtersOf(column) }))
  for (const slot of slots) {
    const failed = sieve.needed & ~sieve.bitsOf(slot)
    let counted = 0
    for (const { bit, filters } of own) if ((failed & ~filters) === 0) counted |= bit
    if (counted === 0) continue
    const end = ofSlot.start(slot) + ofSlot.count(slot)
    for (let at = ofSlot.start(slot); at < end; at++) {
      const value = ofSlot.pool[at]!
      if ((counted >> columnOf[value]!) & 1) counts[value]!++
    }
  }
  return collect(asked, columns, counts)
}
