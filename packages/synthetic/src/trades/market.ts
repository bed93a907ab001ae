import type { Dice } from '../chance/dice.ts'
import { byWeight, type Pick } from '../chance/pick.ts'
import { makeSkillDraw } from './skills.ts'
import { makeTitles, type Titles } from './titles.ts'
import { makeTrades, type Trade } from './trade.ts'
import { makeWordDraw } from './words.ts'

/** What is the same in every city: trades, their words and how one is drawn. */
export type TradeMarket = Titles & {
  tradeOfJob: (dice: Dice) => Trade
  tradeOfTalent: (dice: Dice) => Trade
  /** A trade of the same 小类, the same 中类 or anywhere, in the measure people want it. */
  neighbour: (dice: Dice, trade: Trade) => Trade
  skills: ReturnType<typeof makeSkillDraw>
  words: ReturnType<typeof makeWordDraw>
}

const SAME_GROUP = 0.5
const SAME_DIVISION = 0.75

type Group = { trades: Trade[]; draw: Pick }

/** Trades whose codes begin with the same characters; a weight of zero would leave a group of one without a draw. */
const groupsOf = (trades: readonly Trade[], length: number): Map<string, Group> => {
  const groups = new Map<string, Trade[]>()
  for (const trade of trades) {
    const start = trade.code.slice(0, length)
    groups.set(start, [...(groups.get(start) ?? []), trade])
  }
  return new Map(
    [...groups].map(([start, trades]) => [
      start,
      { trades, draw: byWeight(trades.map(({ weight }) => weight.talents + 0.01)) },
    ]),
  )
}

export function makeTradeMarket(): TradeMarket {
  const trades = makeTrades()
  const groups = groupsOf(trades, 7)
  const divisions = groupsOf(trades, 4)
  const pickJobs = byWeight(trades.map(({ weight }) => weight.jobs))
  const pickTalents = byWeight(trades.map(({ weight }) => weight.talents))
  const tradeOfTalent = (dice: Dice): Trade => trades[pickTalents(dice)]!
  return {
    ...makeTitles(),
    tradeOfJob: (dice) => trades[pickJobs(dice)]!,
    tradeOfTalent,
    neighbour(dice, { code }) {
      const share = dice.roll()
      if (share >= SAME_DIVISION) return tradeOfTalent(dice)
      const { trades, draw } = share < SAME_GROUP ? groups.get(code.slice(0, 7))! : divisions.get(code.slice(0, 4))!
      return trades[draw(dice)]!
    },
    skills: makeSkillDraw(),
    words: makeWordDraw(trades),
  }
}

let market: TradeMarket | undefined

/** Made once for all cities: reading the titles for skills and words takes about a second. */
export const tradeMarket = (): TradeMarket => (market ??= makeTradeMarket())
