import type { Columns } from '../store/columns.ts'
import { COLUMNS, type Column } from '../types.ts'
import type { Sieve } from './sieve.ts'

type Facets = ReadonlyMap<Column, ReadonlyMap<string, number>>

const collect = (asked: readonly Column[], columns: Columns, counts: ArrayLike<number>): Facets =>
  new Map(
    asked.map((column) => {
      const facet = new Map<string, number>()
      for (const [code, value] of columns.codesOf(column)) if (counts[value]! > 0) facet.set(code, counts[value]!)
      return [column, facet]
    }),
  )

/** Records by code, each column over those of the candidates that pass all filters but its own. */
export function countFacets(
  asked: readonly Column[],
  columns: Columns,
  sieve: Sieve,
  { candidates, bits, isScored }: { candidates: readonly number[]; bits: Uint32Array; isScored: boolean },
): Facets {
  if (asked.length === 0) return new Map()
  // A column that alone is filtered by is counted over everything there is, which is known.
  const whole = asked.filter((column) => !isScored && sieve.filtersOf(column) === sieve.needed)
  if (whole.length > 0) {
    const others = asked.filter((column) => !whole.includes(column))
    const counted = countFacets(others, columns, sieve, { candidates, bits, isScored })
    return new Map([...collect(whole, columns, columns.counts), ...counted])
  }
  const { columnOf, ofSlot } = columns
  const { pool, starts, counts: lengths } = ofSlot
  const counts = new Uint32Array(columns.counts.length)
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
