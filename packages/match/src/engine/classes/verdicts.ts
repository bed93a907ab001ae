import type { Scene } from '../../aspect.ts'
import { toPoints } from '../../definition.ts'
import { firstWhere } from '../halving.ts'
import type { Classes } from './classes.ts'
import type { Levels } from './levels.ts'
import { GONE, OTHER, type Side, type Trait } from './traits.ts'

/** A verdict packs the points of a factor (0–10,000 hundredths) with whether the constraint is broken, and by how little. */
export const POINTS = 0x3fff
export const BROKEN = 0x8000
export const NEAR = 0x4000
export const UNJUDGED = 0xffff

/** What is known of one asking class: a verdict for each answering class, and what can be said of all of them. */
export type Asked = {
  asking: number
  row: Uint16Array
  /** Most points any answering class can get. */
  most: number
  /** No answering class can break the constraint or get points. */
  isIdle: boolean
  /** Lowest level of the sieve that the definition keeps, and that it keeps or misses by little. */
  keptFrom: number
  nearFrom: number
  /** Most points of the levels of each step of the sieve, {@link UNJUDGED} until asked for; see {@link Verdicts.mostAt}. */
  mostBySteps: Uint16Array | undefined
}

/** Levels of a scale that share a bound of their points: the fewer, the more has to be judged for each asker. */
export const STEP_BITS = 3

/** Verdicts held at once per trait and direction, two bytes each; beyond it the row asked for longest ago goes. */
const KEPT = 1 << 25

/** The verdicts of one trait in one direction, each judged by the definition when it is first needed. */
export class Verdicts {
  readonly trait: Trait
  readonly #asks: Side
  readonly #asking: Classes
  readonly #answering: Classes
  readonly #scene: Scene
  /** The scale of the answering side. */
  readonly #levels: Levels | undefined
  readonly #rows = new Map<number, Asked>()
  #entries = 0

  constructor(trait: Trait, asks: Side, classes: { jobs: Classes; talents: Classes }, scene: Scene) {
    this.trait = trait
    this.#asks = asks
    this.#asking = classes[asks]
    this.#answering = classes[OTHER[asks]]
    this.#scene = scene
    this.#levels = trait.levels?.(scene.asOf)[OTHER[asks]]
  }

  ask(asking: number): Asked {
    const size = this.#answering.size
    const found = this.#rows.get(asking)
    if (found && found.row.length >= size) {
      // What is asked again goes to the end of the line of those to be forgotten.
      if (this.#entries * 2 > KEPT && this.#rows.delete(asking)) this.#rows.set(asking, found)
      return found
    }
    const asked = found ?? this.#begin(asking)
    // Classes come with updates; a row has some room to spare, and more once it had to grow.
    const row = new Uint16Array(size + (size >> (found ? 3 : 6))).fill(UNJUDGED)
    row.set(asked.row)
    if (this.trait.name === 'place') row[GONE] = BROKEN
    this.#entries += row.length - asked.row.length
    asked.row = row
    this.#rows.set(asking, asked)
    this.#forget(asking)
    return asked
  }

  #forget(newest: number): void {
    for (const [asking, { row }] of this.#rows) {
      if (this.#entries <= KEPT || asking === newest) return
      this.#entries -= row.length
      this.#rows.delete(asking)
    }
  }

  decide({ asking, row }: Asked, answering: number): number {
    return (row[answering] = this.judge(asking, this.#answering.parts[answering]))
  }

  /** The verdict on any part, whether or not it is a class. */
  judge(asking: number, part: unknown): number {
    const { aspect, factor } = this.trait
    const asker = this.#asking.parts[asking]
    const [job, talent] = this.#asks === 'jobs' ? [asker, part] : [part, asker]
    const { share, failure } = aspect.judge(job, talent, this.#scene)
    const points = factor && share !== undefined ? toPoints(share, this.#scene.settings.weights[factor]) : 0
    return points | (failure ? BROKEN : 0) | (failure?.isNear ? NEAR : 0)
  }

  /** The most points that any answering class of a step of {@link STEP_BITS} levels can get, judged when first needed. */
  mostAt({ asking, mostBySteps }: Asked, step: number): number {
    const { top, most } = this.#levels!
    const highest = Math.min(((step + 1) << STEP_BITS) - 1, top - 1)
    let points = this.#mostOf(asking, most!(highest))
    // The top level stands apart: it holds what is not stated.
    if (step === top >> STEP_BITS) points = Math.max(points, this.#mostOf(asking, most!(top)))
    return (mostBySteps![step] = points)
  }

  #mostOf(asking: number, parts: readonly unknown[]): number {
    let most = 0
    for (const part of parts) most = Math.max(most, this.judge(asking, part) & POINTS)
    return most
  }

  #begin(asking: number): Asked {
    const levels = this.#levels
    return {
      asking,
      row: new Uint16Array(0),
      most: this.#most(asking),
      isIdle: !this.trait.factor && this.#isIdle(asking),
      keptFrom: this.#lowest(asking, (verdict) => !(verdict & BROKEN)),
      nearFrom: this.#lowest(asking, (verdict) => !(verdict & BROKEN) || (verdict & NEAR) !== 0),
      mostBySteps: levels?.most && new Uint16Array((levels.top >> STEP_BITS) + 1).fill(UNJUDGED),
    }
  }

  #most(asking: number): number {
    const { best, factor } = this.trait
    if (!factor) return 0
    const parts = best?.(this.#scene.asOf)[OTHER[this.#asks]]
    if (!parts) return toPoints(1, this.#scene.settings.weights[factor])
    return this.#mostOf(asking, parts)
  }

  #isIdle(asking: number): boolean {
    const worst = this.trait.worst?.[OTHER[this.#asks]]
    return worst !== undefined && worst.length > 0 && worst.every((part) => !(this.judge(asking, part) & BROKEN))
  }

  /** Levels are kept from some level on: found by halving. */
  #lowest(asking: number, isKept: (verdict: number) => boolean): number {
    const levels = this.#levels
    if (!levels) return 0
    return firstWhere(0, levels.top, (level) => isKept(this.judge(asking, levels.best(level))))
  }
}
