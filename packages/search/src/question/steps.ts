import { type Columns, dayNumber } from '../store/columns.ts'
import type { Answer, Steps } from '../types.ts'
import type { Sieve } from './sieve.ts'

interface Found {
  candidates: readonly number[]
  bits: Uint32Array
}

/** Records that reach each step, of the candidates that pass all filters but those of its kind. */
export function countSteps(
  { pay = [], since = [] }: Steps,
  columns: Columns,
  sieve: Sieve,
  found: Found,
): Answer['steps'] {
  return {
    pay: reaching(pay, columns.tops, sieve.needed & ~sieve.stepsOf('pay'), found),
    since: reaching(since.map(dayNumber), columns.days, sieve.needed & ~sieve.stepsOf('since'), found),
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
