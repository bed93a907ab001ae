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

/** Records by code, each column over those of the candidates that pass all filters but its own. */
export function countFacets(
  asked: readonly Column[],
  columns: Columns,
  sieve: Sieve,
  { candidates, bits }: { candidates: readonly number[]; bits: Uint32Array },
): Facets {
  if (asked.length === 0) return new Map()
  const { columnOf, ofSlot } = columns
  const { pool, starts, counts: lengths } = ofSlot
  const counts = new Uint32Array(columns.values.length)
  const countedIn = columnsByBits(asked, sieve)
  for (let at = 0; at < candidates.length; at++) {
    const counted = countedIn(bits[at]!)
    if (counted === 0) continue
    const start = starts[candidates[at]!]!
    const end = start + lengths[candidates[at]!]!
    for (let place = start; place < end; place++) {
      const value = pool[place]!
      if ((counted >> columnOf[value]!) & 1) counts[value]!++
    }
  }
  return collect(asked, columns, counts)
}

/** Columns, a bit each, in which a record with these bits is counted; worked out once for each set of bits. */
function columnsByBits(asked: readonly Column[], sieve: Sieve): (bits: number) => number {
  const own = asked.map((column) => ({ bit: 1 << COLUMNS.indexOf(column), filters: sieve.filtersOf(column) }))
  const known = new Map<number, number>()
  return (bits) => {
    const failed = sieve.needed & ~bits
    let counted = known.get(failed)
    if (counted === undefined) {
      counted = own.reduce((sum, { bit, filters }) => ((failed & ~filters) === 0 ? sum | bit : sum), 0)
      known.set(failed, counted)
    }
    return counted
  }
}
