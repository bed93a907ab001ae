import type { Dice } from '../dice.ts'
import { OFFICE } from './office-table.ts'
import { SERVICE } from './service-table.ts'
import type { Trade } from './trade.ts'
import { WORKSHOP } from './workshop-table.ts'

export type { Trade } from './trade.ts'

export const TRADES: readonly Trade[] = [...WORKSHOP, ...OFFICE, ...SERVICE]

/** Trades that an industry employs; those that everybody employs are among them. */
export const tradesOf = (industry: string | null): Trade[] =>
  TRADES.filter(
    ({ industries }) =>
      industries.length === 0 || (industry !== null && industries.some((one) => industry.startsWith(one))),
  )

/** One of several by weight. */
export function drawTrade(dice: Dice, trades: readonly Trade[]): Trade {
  let left = dice.roll() * trades.reduce((sum, { weight }) => sum + weight, 0)
  return trades.find(({ weight }) => (left -= weight) < 0) ?? trades[0]!
}
