import type { Fen } from '../money.ts'
import { plain } from '../plain.ts'
import { type Quote, readQuotes } from './quotes.ts'
import type { SalaryReading, SalaryUnit } from './reading.ts'
import { readMonths, readSchedule, type Schedule, WEEK_DAYS } from './schedule.ts'
import { tokenize } from './tokens.ts'
import type { Role, Token } from './words.ts'

/** Without a unit, pay that starts here is a year's: nobody offers 100,000 yuan a month and forgets to say so. */
const YEARLY_FROM = 100_000
/** 日结 and 时薪 elsewhere in the text name the unit only of amounts that are no month's pay. */
const SMALL = 1000

/** The statement that counts, best first: the whole pay after probation, its fixed part, pay on probation. */
const ORDER: readonly Role[] = ['total', 'regular', 'plain', 'base', 'trial']

/**
 * Reads what a posting or a wish says about pay.
 *
 * Units become monthly fen, rounded half up once: hour × 8 × 21.75, day × 21.75, week × 21.75 / 5, year / 12,
 * unless the text states its own hours or days. Rules for what texts leave open:
 * - Without a unit figures are yuan a month, from 100,000 yuan on yuan a year, below 500 unknown.
 * - 以上, 起, + and +提成 leave the top open, 以下 the bottom; 上不封顶 opens the top of a stated range.
 * - A stated total or regular pay counts before base pay and before pay on probation; base pay is kept in `base`.
 * - Ranges written backwards are turned round. Absurd amounts (1-2元/月) stay as given.
 * - Pay by the piece has the unit `piece` and no monthly amount. Foreign money is unknown: there is no rate here.
 * - 0-0, as exports write 面议, is negotiable.
 * @example readSalary('8千-1.1万·13薪') // { kind: 'range', min: 800000, max: 1100000, months: 13, unit: 'month', … }
 */
export const readSalary = (text: string): SalaryReading => {
  const tokens = tokenize(plain(text))
  const has = (kind: Token['kind']): boolean => tokens.some((token) => token.kind === kind)
  if (has('foreign')) return { text, kind: 'unknown' }
  const quotes = readQuotes(tokens).filter(({ role }) => role !== 'extra')
  const chosen = choose(quotes)
  if (chosen) return toReading(text, tokens, chosen, quotes)
  if (has('negotiable') || isAllZero(tokens)) return { text, kind: 'negotiable' }
  if (has('piecework')) return { text, kind: 'range', months: 12, unit: 'piece' }
  return { text, kind: 'unknown' }
}

const choose = (quotes: readonly Quote[]): Quote | undefined => {
  const first = ORDER.map((role) => quotes.find((quote) => quote.role === role)).find((quote) => quote !== undefined)
  if (!first || first.high !== undefined || first.low === undefined) return first
  // 最低5000，最高8000: two halves of one range.
  const top = quotes.find(({ role, low, high }) => role === first.role && low === undefined && high !== undefined)
  return top?.high !== undefined && top.high >= first.low ? { ...first, high: top.high } : first
}

const isAllZero = (tokens: readonly Token[]): boolean => {
  const figures = tokens.filter((token) => token.kind === 'figure')
  return figures.length > 0 && figures.every(({ value }) => value === 0)
}

const toReading = (text: string, tokens: readonly Token[], chosen: Quote, quotes: readonly Quote[]): SalaryReading => {
  const unit = unitOf(chosen, tokens)
  const months = readMonths(tokens)
  if (unit === 'piece') return { text, kind: 'range', months, unit }
  if ((chosen.high ?? chosen.low) === 0) return { text, kind: 'negotiable' }
  const schedule = readSchedule(tokens)
  const isOpen = chosen.opensTop || chosen.role === 'base' || tokens.some(({ kind }) => kind === 'unlimited')
  const base = quotes.find(({ role }) => role === 'base')
  const baseAmount = base?.low ?? base?.high
  return {
    text,
    kind: 'range',
    ...(chosen.low !== undefined && { min: toMonthly(chosen.low, unit, schedule) }),
    ...(chosen.high !== undefined &&
      !(isOpen && chosen.low !== undefined) && { max: toMonthly(chosen.high, unit, schedule) }),
    months,
    unit,
    ...(base && baseAmount !== undefined && { base: toMonthly(baseAmount, unitOf(base, tokens), schedule) }),
  }
}

const unitOf = (quote: Quote, tokens: readonly Token[]): SalaryUnit => {
  if (quote.unit) return quote.unit
  const amount = quote.low ?? quote.high ?? 0
  const labelled = tokens.flatMap((token) => (token.kind === 'label' && token.unit ? [token.unit] : []))[0]
  if (labelled && (amount < SMALL || labelled === 'year')) return labelled
  return amount >= YEARLY_FROM ? 'year' : 'month'
}

const factorOf = (unit: Exclude<SalaryUnit, 'piece'>, { hoursPerDay, daysPerMonth }: Schedule): number =>
  ({
    hour: hoursPerDay * daysPerMonth,
    day: daysPerMonth,
    week: daysPerMonth / WEEK_DAYS,
    month: 1,
    year: 1,
  })[unit]

/** Rounded half up, after the noise of decimal fractions (0.1 + 0.2) is taken off. */
const toMonthly = (amount: number, unit: SalaryUnit, schedule: Schedule): Fen => {
  if (unit === 'piece') return 0
  const fen = (amount * 100 * factorOf(unit, schedule)) / (unit === 'year' ? 12 : 1)
  return Math.floor(Number(fen.toFixed(6)) + 0.5)
}
