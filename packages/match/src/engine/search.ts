import type { Best } from './best.ts'
import type { Overlap } from './overlap.ts'
import { BROKEN, NEAR, POINTS, type Verdicts } from './verdicts.ts'

/** One aspect's verdicts with the most points it can give. */
export type Step = { verdicts: Verdicts; most: number }
export type BagStep = { overlap: Overlap; most: number }

/**
 * One direction of the index. Cheap aspects that can rule a record out come first; the costly ones are asked only while
 * the points still possible reach the best K found so far, so the answer is exact.
 */
export class Search {
  readonly #sieves: readonly Step[]
  readonly #bags: readonly BagStep[]
  readonly #last: Step
  readonly #size: number

  constructor(sieves: readonly Step[], bags: readonly BagStep[], last: Step, size: number) {
    this.#sieves = sieves
    this.#bags = bags
    this.#last = last
    this.#size = size
  }

  /** Fills both lists with the best that fit and the best that break one constraint by little. */
  run(asker: number, fits: Best, nearMisses: Best): void {
    const rows = this.#sieves.map(({ verdicts }) => verdicts.row(asker))
    const lastRow = this.#last.verdicts.row(asker)
    for (const { overlap } of this.#bags) overlap.ask(asker)
    const possible = this.#bags.reduce((sum, { most }) => sum + most, this.#last.most)
    const most = nearMisses.least === Infinity ? 0 : 1
    for (let record = 0; record < this.#size; record++) {
      const sifted = this.#sift(asker, record, rows, most)
      if (sifted < 0) continue
      const best = sifted & BROKEN ? nearMisses : fits
      const points = this.#complete(asker, record, sifted & POINTS, possible, lastRow, best.least)
      if (points >= 0) best.add(record, points)
    }
  }

  /** Points of the sieves, with {@link BROKEN} when one constraint is missed by little; -1 when the record is out. */
  #sift(asker: number, record: number, rows: readonly Uint16Array[], mayBreak: number): number {
    let points = 0
    let broken = 0
    for (let step = 0; step < rows.length; step++) {
      const { verdicts } = this.#sieves[step]!
      const verdict = verdicts.at(rows[step]!, asker, verdicts.classOf[record]!)
      if (verdict & BROKEN && (++broken > mayBreak || !(verdict & NEAR))) return -1
      points += verdict & POINTS
    }
    return broken ? points | BROKEN : points
  }

  /** All points of the record; -1 as soon as it cannot reach the least that counts. */
  #complete(
    asker: number,
    record: number,
    sifted: number,
    possible: number,
    lastRow: Uint16Array,
    least: number,
  ): number {
    let points = sifted
    let open = possible
    for (const { overlap, most } of this.#bags) {
      if (points + open < least) return -1
      points += overlap.points(record)
      open -= most
    }
    if (points + open < least) return -1
    const { verdicts } = this.#last
    return points + (verdicts.at(lastRow, asker, verdicts.classOf[record]!) & POINTS)
  }
}
