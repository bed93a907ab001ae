/** Pixels of a character at the size in which names stand along an axis. */
const WIDE = 12
const SLIM = 6.5
/** Pixels between two names, and of the axis of values with its numbers. */
const GAP = 8
const AXIS = 64
/** Pixels below which names no longer fit side by side under upright bars. */
const NARROW = 520

const widthOf = (name: string): number =>
  [...name].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? WIDE : SLIM), 0)

/** Months and days follow each other: one that is left out is known from its neighbours. */
export const isDate = (name: string): boolean => /^\d/.test(name)

/** Whether bars lie, each beside its name: wherever the names would not all have room under upright ones. */
export function areLying(names: readonly string[], width: number): boolean {
  if (width < NARROW) return true
  const room = (width - AXIS) / Math.max(1, names.length) - GAP
  return !names.every(isDate) && names.some((name) => widthOf(name) > room)
}

/** Pixels of height in which so many lying bars and their names can be read. */
export const lyingHeight = (names: number, series: number): number => 72 + names * (12 + 18 * series)
