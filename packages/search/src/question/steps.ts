import { type Columns, dayNumber } from '../store/columns.ts'
import type { StepCounts, Steps } from '../types.ts'
import type { Distances } from './distances.ts'
import type { Sieve } from './sieve.ts'

interface Found {
  candidates: readonly number[]
  bits: Uint32Array
}

/** Records that reach each step, of the candidates that pass all filters but those of its kind. */
export function countSteps(
  { pay = [], since = [], km = [] }: Steps,
  columns: Columns,
  sieve: Sieve,
  found: Found,
  distances: Distances | undefined,
): StepCounts {
  const others = (own: number): number => sieve.needed & ~own
  return {
    pay: reaching(pay, columns.tops, others(sieve.stepsOf('pay')), found),
    since: reaching(since.map(dayNumber), columns.days, others(sieve.stepsOf('since')), found),
    // A radius stands in the place of the place itself.
    km: distances ? within(km, columns, distances, others(sieve.filtersOf('place')), found) : [],
  }
}

function reaching(steps: readonly number[], values: ArrayLike<number>, needed: number, { candidates, bits }: Found) {
  const counts = steps.map(() => 0)
  if (steps.length === 0) return counts
  for (let at = 0; at < candidates.length; at++) {
    if ((bits[at]! & needed) !== needed) continue
    const value = values[candidates[at]!]!
    for (let step = 0; step < steps.length; step++) if (value >= steps[step]!) counts[step]!++
  }
  return counts
}

/** Records with a place within each distance; a record in several places counts by its nearest. */
function within(
  steps: readonly number[],
  columns: Columns,
  distances: Distances,
  needed: number,
  { candidates, bits }: Found,
) {
  const counts = steps.map(() => 0)
  if (steps.length === 0) return counts
  const nearest = new Float64Array(columns.counts.length).fill(Infinity)
  for (const [value, km] of distances) nearest[value] = km
  const { pool, starts, counts: lengths } = columns.ofSlot
  for (let at = 0; at < candidates.length; at++) {
    if ((bits[at]! & needed) !== needed) continue
    const start = starts[candidates[at]!]!
    const end = start + lengths[candidates[at]!]!
    let least = Infinity
    for (let place = start; place < end; place++) {
      const km = nearest[pool[place]!]!
      if (km < least) least = km
    }
    for (let step = 0; step < steps.length; step++) if (least <= steps[step]!) counts[step]!++
  }
  return counts
}
