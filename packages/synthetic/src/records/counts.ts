import type { Dice } from '../chance/dice.ts'

/** How many of something records have: none for a share of them, else spread around a median, at most `most`. */
export type Spread = { none: number; median: number; spread: number; most: number }

export const drawCount = (dice: Dice, { none, median, spread, most }: Spread): number =>
  dice.happens(none) ? 0 : Math.min(most, Math.max(1, Math.round(median * Math.exp(spread * dice.normal()))))
