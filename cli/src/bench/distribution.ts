import { type Figure, figure } from './figures.ts'

/**
 * The smallest value that at least this share of the values does not exceed (nearest rank).
 *
 * @param share 0–1
 * @throws RangeError when there are no values
 * @example percentile([30, 10, 20], 0.5) // 20
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('a percentile of no values')
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

/** @throws RangeError when there are no values */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('a mean of no values')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How many there were and how long they took, in the middle, towards the end and at worst. @throws RangeError when none */
export const distribution = (
  milliseconds: readonly number[],
  of?: string,
  counted: 'questions' | 'answers' | 'updates' = 'questions',
): Figure[] => [
  figure(counted, milliseconds.length, 'count', of),
  figure('p50', percentile(milliseconds, 0.5), 'ms', of),
  figure('p90', percentile(milliseconds, 0.9), 'ms', of),
  figure('p99', percentile(milliseconds, 0.99), 'ms', of),
  figure('longest', percentile(milliseconds, 1), 'ms', of),
  figure('mean', mean(milliseconds), 'ms', of),
]
