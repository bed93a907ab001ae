/**
 * Whole numbers below `total`, evenly over all of them and none twice: as many as asked for, or all there are.
 *
 * @param phase 0 up to 1: draws of different phases have no number in common when there are enough
 * @example drawEvenly(10, 2, 0.5) // [2, 7]
 */
export function drawEvenly(total: number, count: number, phase: number): number[] {
  const drawn = Math.min(count, total)
  return Array.from({ length: drawn }, (_, place) => Math.floor(((place + phase) * total) / drawn))
}

/** The fractional part of the golden ratio: its multiples fall evenly everywhere, whenever one stops. */
const GOLDEN = 0.618_033_988_749_894_9

/** The n-th of a row of numbers below `total` that jumps about evenly and is the same every time. */
export const scatter = (n: number, total: number): number => Math.floor(((n * GOLDEN) % 1) * total)
