/** An exact number: numerator over a positive denominator, in lowest terms. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }
export const whole = (n: bigint | number): Fraction => ({ n: BigInt(n), d: 1n })

/** @throws RangeError for a denominator of zero */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('division by zero')
  const sign = d < 0n ? -1n : 1n
  const divisor = greatestDivisor(n < 0n ? -n : n, d * sign)
  return { n: (n * sign) / divisor, d: (d * sign) / divisor }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)

/** Below, at or above zero like the difference. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)
export const most = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)

/** The largest multiple of `unit` that is not above. */
export function floorTo({ n, d }: Fraction, unit: bigint): Fraction {
  const step = d * unit
  const quotient = n / step
  return whole((n % step < 0n ? quotient - 1n : quotient) * unit)
}

/** The nearest multiple of `unit`; half goes up (四舍五入; −2.5 becomes −2). */
export const roundTo = ({ n, d }: Fraction, unit: bigint): Fraction =>
  floorTo({ n: 2n * n + d * unit, d: 2n * d }, unit)
