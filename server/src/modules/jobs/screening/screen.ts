import type { JobContent } from '../content/content.ts'
import type { Signal } from './signal.ts'
import { screenText } from './wording.ts'

/** Pay of like postings in the city, fen a month. */
export interface Market {
  p10: number
  p50: number
  p90: number
  of: number
}

/** What a posting is held against. */
export interface Surroundings {
  market: Market | null
  /** Fen a month; undefined where the city has set none. */
  minimumWage: number | undefined
  /** Title of an open posting that says the same. */
  alike: string | null
  /** Title of a refused posting that says nearly the same. */
  refused: string | null
}

const FAR_BELOW = 0.5
const FAR_ABOVE = 2.5

const yuan = (fen: number): string => `${Math.round(fen / 100)}`

const whole = (signal: Pick<Signal, 'kind' | 'weight' | 'why' | 'found'>, field: Signal['field'] = null): Signal => ({
  ...signal,
  field,
  from: null,
  to: null,
})

/** The pay against the minimum wage and against like postings. */
function screenPay({ salary, employment }: JobContent, { market, minimumWage }: Surroundings): Signal[] {
  const highest = salary?.max ?? salary?.min
  if (highest === undefined) return []
  if (minimumWage !== undefined && salary?.max !== undefined && salary.max < minimumWage) {
    // Part-time work may be paid less a month; who wrote that it is full-time may not.
    const weight = employment.includes('fullTime') ? 'stop' : 'look'
    const found = `${yuan(salary.max)} < ${yuan(minimumWage)} 元/月`
    return [whole({ kind: 'payLow', weight, why: 'belowMinimum', found }, 'salary')]
  }
  if (!market) return []
  const lowest = salary?.min ?? highest
  const middle = (lowest + highest) / 2
  const found = `${yuan(lowest)}–${yuan(highest)} : ${yuan(market.p50)} 元/月`
  if (highest < market.p50 * FAR_BELOW && highest < market.p10)
    return [whole({ kind: 'payLow', weight: 'look', why: 'payLow', found }, 'salary')]
  return middle > market.p50 * FAR_ABOVE && middle > market.p90
    ? [whole({ kind: 'payHigh', weight: 'look', why: 'payHigh', found }, 'salary')]
    : []
}

/** Everything found in a posting: its words first, then its pay and its repeats. */
export function screen(content: JobContent, around: Surroundings): Signal[] {
  const { alike, refused } = around
  return [
    ...screenText('title', content.title),
    ...screenText('description', content.description),
    ...screenPay(content, around),
    ...(alike === null ? [] : [whole({ kind: 'duplicate', weight: 'look', why: 'duplicate', found: alike })]),
    ...(refused === null ? [] : [whole({ kind: 'refused', weight: 'look', why: 'refused', found: refused })]),
  ]
}

export const stopOf = (signals: readonly Signal[]): Signal | undefined =>
  signals.find(({ weight }) => weight === 'stop')
export const needsLook = (signals: readonly Signal[]): boolean => signals.some(({ weight }) => weight !== 'note')
