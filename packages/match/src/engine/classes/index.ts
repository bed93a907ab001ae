import type { Scene } from '../../aspect.ts'
import type { Classes } from './classes.ts'
import type { Side, Trait } from './traits.ts'
import { Verdicts } from './verdicts.ts'

export { type Classes } from './classes.ts'
export { GONE, OTHER, type Side, TRAITS, type Trait, openClasses, traitNumber } from './traits.ts'

/** Verdicts held at once per trait and direction, two bytes each. */
const KEPT = 1 << 25

export const openVerdicts = (
  trait: Trait,
  asks: Side,
  classes: { jobs: Classes; talents: Classes },
  scene: Scene,
): Verdicts => new Verdicts(trait, asks, classes, scene, KEPT)
