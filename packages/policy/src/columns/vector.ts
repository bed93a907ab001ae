import type { Fraction } from '../exact/fraction.ts'

/**
 * Numbers of a block of rows: `n / d`, `d` left out where all are whole. NaN in `n` is unknown. Truth is 1 or 0, a date
 * a number of days, a choice the place of its option, a list the sum of 2^place.
 */
export type Vector = { n: Float64Array; d: Float64Array | undefined }

export const BLOCK = 1024
export const EXACT = Number.MAX_SAFE_INTEGER

export const vector = (withDivisor: boolean): Vector => ({
  n: new Float64Array(BLOCK),
  d: withDivisor ? new Float64Array(BLOCK).fill(1) : undefined,
})

/** The same number in every row; undefined where it has no exact form here. */
export function filled(value: Fraction | number): Vector | undefined {
  const { n, d } = typeof value === 'number' ? { n: BigInt(value), d: 1n } : value
  if (n > BigInt(EXACT) || n < -BigInt(EXACT) || d > BigInt(EXACT)) return undefined
  const filledWith = vector(d !== 1n)
  filledWith.n.fill(Number(n))
  filledWith.d?.fill(Number(d))
  return filledWith
}

/** Rows of the block whose numbers left the exact range: they are decided one by one. */
export type Inexact = Uint8Array

type Kernel = (out: Vector, a: Vector, b: Vector, inexact: Inexact, length: number) => void

const note = (inexact: Inexact, row: number, n: number, d: number): void => {
  if (n > EXACT || n < -EXACT || d > EXACT) inexact[row] = 1
}

const sum =
  (sign: 1 | -1): Kernel =>
  (out, a, b, inexact, length) => {
    for (let row = 0; row < length; row++) {
      const [p, q] = [a.d ? a.d[row]! : 1, b.d ? b.d[row]! : 1]
      const [left, right] = [a.n[row]! * q, b.n[row]! * p]
      note(inexact, row, Math.abs(left) + Math.abs(right), p * q)
      out.n[row] = left + sign * right
      if (out.d) out.d[row] = p * q
    }
  }

const product: Kernel = (out, a, b, inexact, length) => {
  for (let row = 0; row < length; row++) {
    const d = (a.d ? a.d[row]! : 1) * (b.d ? b.d[row]! : 1)
    const n = a.n[row]! * b.n[row]!
    note(inexact, row, n, d)
    out.n[row] = n
    if (out.d) out.d[row] = d
  }
}

const quotient: Kernel = (out, a, b, inexact, length) => {
  for (let row = 0; row < length; row++) {
    const n = a.n[row]! * (b.d ? b.d[row]! : 1)
    const d = (a.d ? a.d[row]! : 1) * b.n[row]!
    note(inexact, row, n, Math.abs(d))
    // A negative divisor is no case of any policy; deciding singly keeps it right.
    if (d < 0) inexact[row] = 1
    out.n[row] = Number.isNaN(d) ? Number.NaN : n
    out.d![row] = Number.isNaN(d) ? 1 : d
  }
}

export const ARITHMETIC = { '+': sum(1), '-': sum(-1), '*': product, '/': quotient } as const

type Holds = (left: number, right: number) => boolean
const comparison =
  (holds: Holds): Kernel =>
  (out, a, b, inexact, length) => {
    for (let row = 0; row < length; row++) {
      const left = a.n[row]! * (b.d ? b.d[row]! : 1)
      const right = b.n[row]! * (a.d ? a.d[row]! : 1)
      if (left !== left || right !== right) {
        out.n[row] = Number.NaN
        continue
      }
      note(inexact, row, Math.abs(left) + Math.abs(right), 1)
      out.n[row] = holds(left, right) ? 1 : 0
    }
  }

export const COMPARE = {
  '>=': comparison((left, right) => left >= right),
  '<=': comparison((left, right) => left <= right),
  '>': comparison((left, right) => left > right),
  '<': comparison((left, right) => left < right),
  '=': comparison((left, right) => left === right),
  '!=': comparison((left, right) => left !== right),
} as const

const extreme =
  (takesLeft: Holds): Kernel =>
  (out, a, b, inexact, length) => {
    for (let row = 0; row < length; row++) {
      const [p, q] = [a.d ? a.d[row]! : 1, b.d ? b.d[row]! : 1]
      const [left, right] = [a.n[row]! * q, b.n[row]! * p]
      note(inexact, row, Math.abs(left) + Math.abs(right), 1)
      const isLeft = takesLeft(left, right)
      out.n[row] = left !== left || right !== right ? Number.NaN : isLeft ? a.n[row]! : b.n[row]!
      if (out.d) out.d[row] = isLeft ? p : q
    }
  }

export const EXTREME = {
  不超过: extreme((left, right) => left <= right),
  不低于: extreme((left, right) => left >= right),
} as const

/** Each side may settle it: `settling` is 0 for 且 and 1 for 或. */
export function joinTruths(out: Vector, a: Vector, b: Vector, settling: 0 | 1, length: number): void {
  for (let row = 0; row < length; row++) {
    const [left, right] = [a.n[row]!, b.n[row]!]
    out.n[row] =
      left === settling || right === settling ? settling : left !== left || right !== right ? Number.NaN : 1 - settling
  }
}

export function roundTo(out: Vector, of: Vector, half: boolean, unit: number, inexact: Inexact, length: number): void {
  for (let row = 0; row < length; row++) {
    const step = (of.d ? of.d[row]! : 1) * unit
    const n = of.n[row]!
    note(inexact, row, Math.abs(n) + 2 * step, 1)
    // The quotient of two doubles may be off by one; the rest tells.
    let whole = Math.floor(n / step)
    let rest = n - whole * step
    if (rest < 0) {
      whole--
      rest += step
    } else if (rest >= step) {
      whole++
      rest -= step
    }
    out.n[row] = (half && 2 * rest >= step ? whole + 1 : whole) * unit
  }
}
