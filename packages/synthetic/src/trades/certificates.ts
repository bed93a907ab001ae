import { certificates } from '@renshu/codes'
import { LICENCES } from './certificate-table.ts'

/** A certificate that goes with a trade. */
export type Licence = {
  certificate: string
  /** Share of the trade's jobs that require it. */
  required: number
  /** Share of the trade's people who hold it. */
  held: number
}

/** Shares of a trade's people at each level of its 职业技能等级, the fifth the lowest; jobs ask for a tenth of that. */
const LEVELS = [
  [5, 0.05],
  [4, 0.07],
  [3, 0.05],
  [2, 0.01],
] as const
const ASKED = 0.1

const LEVELLED = /^skill-.*-5$/

/** Trades with a levelled examination, found by its name: 焊工（五级/初级工）belongs to the trade of 焊工. */
function* levelled(tradeOf: ReadonlyMap<string, string>): Generator<readonly [string, Licence]> {
  for (const { code, name } of certificates()) {
    const trade = LEVELLED.test(code) ? tradeOf.get(name.replace(/（.*/, '')) : undefined
    if (trade !== undefined)
      for (const [level, held] of LEVELS)
        yield [trade, { certificate: code.replace(/5$/, String(level)), required: held * ASKED, held }]
  }
}

/** @param tradeOf the code of the trade that a title stands for */
export function licencesByTrade(tradeOf: ReadonlyMap<string, string>): Map<string, Licence[]> {
  const byTrade = new Map<string, Licence[]>()
  const listed = LICENCES.map(
    ([title, certificate, required, held]) => [tradeOf.get(title)!, { certificate, required, held }] as const,
  )
  for (const [trade, licence] of [...listed, ...levelled(tradeOf)])
    byTrade.set(trade, [...(byTrade.get(trade) ?? []), licence])
  return byTrade
}
