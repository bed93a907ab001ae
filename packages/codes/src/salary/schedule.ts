import type { Token } from './words.ts'

/** Working time of a month of pay; what the text does not state is the law's average. */
export type Schedule = { hoursPerDay: number; daysPerMonth: number }

/** 8 hours a day; 21.75 paid days a month (人社部发〔2025〕2号: (365 − 104) ÷ 12). */
export const STANDARD: Schedule = { hoursPerDay: 8, daysPerMonth: 21.75 }
export const WEEK_DAYS = 5

type Figure = Extract<Token, { kind: 'figure' }>

const isWithin = (value: number, low: number, high: number): boolean => value >= low && value <= high

const figuresBefore = (tokens: readonly Token[], kind: Token['kind']): { value: number; at: number }[] =>
  tokens.flatMap((token, at) => {
    const figure = tokens[at - 1]
    return token.kind === kind && figure?.kind === 'figure' ? [{ value: figure.value, at: at - 1 }] : []
  })

const has = (token: Token | undefined, unit: 'week' | 'month'): boolean => token?.kind === 'per' && token.unit === unit

const readDays = (tokens: readonly Token[]): number | undefined => {
  const stated = figuresBefore(tokens, 'days').map(({ value, at }) => {
    if (tokens[at - 1]?.kind === 'rest') return isWithin(value, 1, 15) ? 30 - value : undefined
    const isWeekly = has(tokens[at - 1], 'week') || has(tokens[at + 2], 'week')
    if (isWeekly) return isWithin(value, 1, 7) ? (value * STANDARD.daysPerMonth) / WEEK_DAYS : undefined
    return isWithin(value, 15, 31) ? value : undefined
  })
  return stated.find((days) => days !== undefined)
}

/** Reads 每天10小时, ×26天, 每周6天, 月休4天 (a month of 30 days). */
export const readSchedule = (tokens: readonly Token[]): Schedule => {
  const hours = figuresBefore(tokens, 'hours').find(({ value }) => isWithin(value, 1, 24))
  return {
    hoursPerDay: hours?.value ?? STANDARD.hoursPerDay,
    daysPerMonth: readDays(tokens) ?? STANDARD.daysPerMonth,
  }
}

const isYearOfPay = (value: number): boolean => Number.isInteger(value) && isWithin(value, 12, 36)

/** Months of pay a year: 14薪, 13-16薪 (the lower), ×15, 年底双薪 (13); otherwise 12. */
export const readMonths = (tokens: readonly Token[]): number => {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'figure' || !isYearOfPay(token.value) || token.scale > 1) continue
    const isMultiplier = tokens[at - 1]?.kind === 'times' && !['hours', 'days'].includes(tokens[at + 1]?.kind ?? '')
    if (isMultiplier || isMonthsOfPay(tokens, at)) return token.value
  }
  return tokens.some(({ kind }) => kind === 'double') ? 13 : 12
}

const isMonthsOfPay = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  if (next?.kind === 'months') return true
  const upper = tokens[at + 2] as Figure | undefined
  return (
    next?.kind === 'to' && upper?.kind === 'figure' && tokens[at + 3]?.kind === 'months' && isYearOfPay(upper.value)
  )
}
