import type { Best } from './best.ts'
import type { Overlap } from './overlap.ts'
import { type Asked, BROKEN, NEAR, POINTS, type Verdicts, verdictOn } from './verdicts.ts'

/** A factor that is asked only of records the sieves let through, with the most points it can give; -1 rules the record out. */
export type CostlyStep = { most: number; ask: (asker: number) => (record: number) => number }

export const askVerdicts = (verdicts: Verdicts, most: number): CostlyStep => ({
  most,
  ask(asker) {
    const asked = verdicts.ask(asker)
    return (record) => {
      const verdict = verdictOn(asked, record)
      return verdict & BROKEN ? -1 : verdict & POINTS
    }
  },
})

export const askOverlap = (overlap: Overlap, most: number): CostlyStep => ({
  most,
  ask(asker) {
    overlap.ask(asker)
    return (record) => overlap.points(record)
  },
})

/**
 * One direction of the index. Cheap aspects that can rule a record out come first; the costly ones are asked only while
 * the points still possible reach the best K found so far, so the answer is exact.
 */
export class Search {
  readonly #sieves: readonly Verdicts[]
  readonly #costly: readonly CostlyStep[]
  /** Points that the costly steps from each one on can still give. */
  readonly #open: readonly number[]
  readonly #size: number

  /** @param size number of answering records. */
  constructor(sieves: readonly Verdicts[], costly: readonly CostlyStep[], size: number) {
    this.#sieves = sieves
    this.#costly = costly
    this.#open = costly.map((_, step) => costly.slice(step).reduce((sum, { most }) => sum + most, 0))
    this.#size = size
  }

  /** Fills both lists with the best that fit and the best that break one constraint by little. */
  run(asker: number, fits: Best, nearMisses: Best): void {
    const sieves = this.#sieves.map((verdicts) => verdicts.ask(asker))
    const costly = this.#costly.map((step) => step.ask(asker))
    const open = this.#open
    const mayBreak = nearMisses.least === Infinity ? 0 : 1
    for (let record = 0; record < this.#size; record++) {
      const sifted = sift(record, sieves, mayBreak)
      if (sifted < 0) continue
      const best = sifted & BROKEN ? nearMisses : fits
      const points = complete(record, sifted & POINTS, costly, open, best.least)
      if (points >= 0) best.add(record, points)
    }
  }
}

/** Points of the sieves, with {@link BROKEN} when one constraint is missed by little; -1 when the record is out. */
function sift(record: number, sieves: readonly Asked[], mayBreak: number): number {
  let points = 0
  let broken = 0
  for (let step = 0; step < sieves.length; step++) {
    const verdict = verdictOn(sieves[step]!, record)
    if (verdict & BROKEN && (++broken > mayBreak || !(verdict & NEAR))) return -1
    points += verdict & POINTS
  }
  return broken ? points | BROKEN : points
}

/** All points of the record; -1 as soon as it cannot reach the least that counts. */
function complete(
  record: number,
  sifted: number,
  costly: readonly ((record: number) => number)[],
  open: readonly number[],
  least: number,
): number {
  let points = sifted
  for (let step = 0; step < costly.length; step++) {
    if (points + open[step]! < least) return -1
    const gained = costly[step]!(record)
    if (gained < 0) return -1
    points += gained
  }
  return points
}
