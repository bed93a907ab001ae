import type { Dice } from './dice.ts'

/** Draws a place in a list by the weight that stands there. */
export type Pick = (dice: Dice) => number

/** Places that have more than the mean give to one that has less, until every column is full (Walker and Vose). */
function fillColumns(weights: readonly number[]): { own: Float64Array; other: Uint32Array } {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const own = Float64Array.from(weights, (weight) => (weight * weights.length) / total)
  // What rounding leaves short goes to the heaviest, never to a weight of zero.
  const other = new Uint32Array(own.length).fill(own.indexOf(Math.max(...own)))
  const poor = [...own.keys()].filter((at) => own[at]! < 1)
  const rich = [...own.keys()].filter((at) => own[at]! >= 1)
  while (poor.length > 0 && rich.length > 0) {
    const [needs, gives] = [poor.pop()!, rich.at(-1)!]
    other[needs] = gives
    own[gives] = own[gives]! - (1 - own[needs]!)
    if (own[gives]! < 1) poor.push(rich.pop()!)
  }
  return { own, other }
}

/** One roll a draw whatever the length. @param weights at least one above zero, none below */
export function byWeight(weights: readonly number[]): Pick {
  const { own, other } = fillColumns(weights)
  return (dice) => {
    const at = dice.roll() * own.length
    const column = Math.floor(at)
    return at - column < own[column]! ? column : other[column]!
  }
}

/** Draws one of the values, each with the weight that stands beside it. */
export function oneOf<T>(choices: readonly (readonly [value: T, weight: number])[]): (dice: Dice) => T {
  const pick = byWeight(choices.map(([, weight]) => weight))
  return (dice) => choices[pick(dice)]![0]
}

/** Draws a rank below `count`; the first is the most likely. */
export type PickRank = (dice: Dice, count: number) => number

/** Gives rank r the weight 1 / (r + 1)^steepness; lists of one length share a table. */
export function zipf(steepness: number): PickRank {
  const tables: Pick[] = []
  const make = (count: number): Pick =>
    (tables[count] = byWeight(Array.from({ length: count }, (_, rank) => (rank + 1) ** -steepness)))
  return (dice, count) => (tables[count] ?? make(count))(dice)
}

/** `count` different values drawn by `draw`; fewer where it keeps giving what is there already. */
export function distinct<T>(count: number, draw: () => T): T[] {
  const drawn: T[] = []
  for (let tries = count * 4; tries > 0 && drawn.length < count; tries--) {
    const value = draw()
    if (!drawn.includes(value)) drawn.push(value)
  }
  return drawn
}
