import type { Judgement } from '../aspect.ts'
import type { Classes } from './classes.ts'

/** A verdict packs the points of a factor (0–10,000 hundredths) with whether the constraint is broken, and by how little. */
export const POINTS = 0x3fff
export const BROKEN = 0x8000
export const NEAR = 0x4000
const UNJUDGED = 0xffff

export type Judge = (askingPart: unknown, answeringPart: unknown) => Judgement

/** The verdicts on the answering classes for one asker; plain arrays, because this is the innermost loop. */
export type Asked = { of: Uint32Array; row: Uint16Array; decide: (answering: number) => number }

/** The verdict on an answering record, judged when first needed. */
export function verdictOn({ of, row, decide }: Asked, record: number): number {
  const answering = of[record]!
  const known = row[answering]!
  return known === UNJUDGED ? (row[answering] = decide(answering)) : known
}

/**
 * One aspect in one direction. A row holds the verdicts of one asking class on every answering class, each judged by
 * the definition when it is first needed.
 */
export class Verdicts {
  readonly #asking: Classes
  readonly #answering: Classes
  readonly #judge: Judge
  readonly #toPoints: (share: number) => number
  readonly #rows = new Map<number, Uint16Array>()
  readonly #rowsKept: number

  /** @param kept most verdicts held at once; beyond it the oldest row goes. */
  constructor(asking: Classes, answering: Classes, judge: Judge, toPoints: (share: number) => number, kept: number) {
    this.#asking = asking
    this.#answering = answering
    this.#judge = judge
    this.#toPoints = toPoints
    this.#rowsKept = Math.max(1, Math.floor(kept / Math.max(1, answering.parts.length)))
  }

  ask(asker: number): Asked {
    const asking = this.#asking.of[asker]!
    return { of: this.#answering.of, row: this.#row(asking), decide: (answering) => this.#decide(asking, answering) }
  }

  #row(asking: number): Uint16Array {
    const found = this.#rows.get(asking)
    if (found) return found
    const row = new Uint16Array(this.#answering.parts.length).fill(UNJUDGED)
    if (this.#rows.size >= this.#rowsKept) this.#rows.delete(this.#rows.keys().next().value!)
    this.#rows.set(asking, row)
    return row
  }

  #decide(asking: number, answering: number): number {
    const { share, failure } = this.#judge(this.#asking.parts[asking], this.#answering.parts[answering])
    const points = share === undefined ? 0 : this.#toPoints(share)
    return points | (failure ? BROKEN : 0) | (failure?.isNear ? NEAR : 0)
  }
}
