import { type Fen, yuan } from '@renshu/codes'
import type { Dice } from '../chance/dice.ts'
import { oneOf } from '../chance/pick.ts'
import type { Market } from '../trades/market-table.ts'

type Pay = { min?: Fen; max?: Fen }

/** What the pay goes by; unknown to the reader of the record, perhaps, but not to whoever wrote it. */
export type Standing = { market: Market; education: number; years: number }

/** What a rank of education more is worth within one trade. */
const PER_RANK = 1.13
/** Years for which the pay medians hold, and after which it rises no more. */
const MEDIAN_YEARS = 3
const LAST_RISE = 18
const LOWEST = 1_000

const median = ({ market, education, years }: Standing): number =>
  market.pay *
  Math.max(0.6, 1 + market.rise * (Math.min(years, LAST_RISE) - MEDIAN_YEARS)) *
  PER_RANK ** (education - market.education)

/** How people write amounts: of the postings' 91 % are whole thousands, 97 % whole five hundreds, 2 % odd. */
const STEPS = oneOf([
  [1_000, 66],
  [500, 27],
  [100, 4],
  [1, 3],
])
const LARGE = 30_000

const written = (dice: Dice, amount: number): number => {
  const step = STEPS(dice) * (amount > LARGE ? 5 : 1)
  return Math.max(LOWEST, Math.round(amount / step) * step)
}

/** Upper over lower end, after the postings: median 1.5, a quarter 1.33 and below, one in ten 2 and more. */
const SPANS = oneOf([
  [1.1, 5],
  [1.2, 9],
  [1.25, 8],
  [1.34, 16],
  [1.5, 26],
  [1.6, 8],
  [1.75, 7],
  [2, 17],
  [2.5, 3],
  [4, 1],
])

/** A misplaced digit or a year's pay in the column for the month passes every reader; one in a thousand. */
const MISTAKE = 0.001
const MISTAKES = oneOf([
  [10, 67],
  [12, 25],
  [100, 8],
])
/** Heads of companies earn without limit. */
const HEADS_PAY = 11_000
const HEAD_PREMIUM = 0.06

const factor = (dice: Dice, { market }: Standing): number => {
  const premium = market.pay === HEADS_PAY && dice.happens(HEAD_PREMIUM) ? 2 + 30 * dice.roll() ** 3 : 1
  return premium * (dice.happens(MISTAKE) ? MISTAKES(dice) : 1)
}

const OFFER_SPREAD = 0.32
const OFFER_START = 0.86
const NOT_STATED = 0.14
const OPEN_TOP = 0.04
const OPEN_BOTTOM = 0.005

/** What an employer offers a month. */
export function drawOffer(dice: Dice, standing: Standing): Pay | undefined {
  if (dice.happens(NOT_STATED)) return undefined
  const start = median(standing) * OFFER_START * Math.exp(OFFER_SPREAD * dice.normal()) * factor(dice, standing)
  const min = written(dice, start)
  const max = Math.max(min, written(dice, start * SPANS(dice)))
  const form = dice.roll()
  if (form < OPEN_TOP) return { min: yuan(min) }
  return form < OPEN_TOP + OPEN_BOTTOM ? { max: yuan(max) } : { min: yuan(min), max: yuan(max) }
}

const WISH_SPREAD = 0.3
const WISH_START = 0.95
const NO_WISH = 0.1
const WISH_HAS_TOP = 0.45

/** What a person wants to earn a month. */
export function drawWishedPay(dice: Dice, standing: Standing): Pay | undefined {
  if (dice.happens(NO_WISH)) return undefined
  const min = written(dice, median(standing) * WISH_START * Math.exp(WISH_SPREAD * dice.normal()))
  if (!dice.happens(WISH_HAS_TOP)) return { min: yuan(min) }
  return { min: yuan(min), max: yuan(Math.max(min, written(dice, min * SPANS(dice)))) }
}
