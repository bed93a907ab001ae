import { add, compare, divide, type Fraction, multiply, subtract } from '../exact/fraction.ts'
import type { Value } from '../exact/value.ts'
import { evaluate } from '../language/evaluate.ts'
import type { Checked, Comparison } from '../language/syntax.ts'
import type { PreparedPolicy } from './prepare.ts'

/** Least and most something can be, as far as types, ranges and parameters say; undefined: no bound known. */
export type Interval = { min: Fraction | undefined; max: Fraction | undefined }
const OPEN: Interval = { min: undefined, max: undefined }

/** Bounds of each slot. */
export type Bounds = ReadonlyMap<number, Interval>

/** Bounds of facts by their range, of parameters by all of their values. */
export function boundsOf({ facts, parameters }: PreparedPolicy): Map<number, Interval> {
  const bounds = new Map<number, Interval>()
  for (const { slot, range } of facts) bounds.set(slot, { min: exact(range.min), max: exact(range.max) })
  for (const { slot, values } of parameters) bounds.set(slot, hull(values.flatMap(({ value }) => numbersIn(value))))
  return bounds
}

const exact = (value: Value | undefined): Fraction | undefined =>
  typeof value === 'object' && 'n' in value ? value : undefined

function numbersIn(value: Value): Fraction[] {
  if (typeof value !== 'object') return []
  if ('n' in value) return [value]
  if ('rows' in value) return Object.values(value.rows).flatMap(numbersIn)
  return 'steps' in value ? value.steps.flatMap((one) => numbersIn(one.value)) : []
}

function hull(numbers: readonly Fraction[]): Interval {
  const sorted = numbers.toSorted(compare)
  return { min: sorted[0], max: sorted.at(-1) }
}

/** Least and most an expression can be. */
export function intervalOf(checked: Checked, bounds: Bounds): Interval {
  switch (checked.node) {
    case 'slot':
      return bounds.get(checked.slot) ?? OPEN
    case 'definition':
      return intervalOf(checked.of, bounds)
    case 'row':
    case 'step':
      return intervalOf(checked.table, bounds)
    case 'constant':
      return { min: exact(checked.value), max: exact(checked.value) }
    case 'round': {
      // Rounding keeps the order, and zero stays zero.
      const { min } = intervalOf(checked.of, bounds)
      return { min: min && (evaluate({ ...checked, of: constant(checked.of, min) }, []) as Fraction), max: undefined }
    }
    case 'if':
      return either(intervalOf(checked.yes, bounds), intervalOf(checked.no, bounds))
    case 'extreme':
      return extreme(checked.op, intervalOf(checked.left, bounds), intervalOf(checked.right, bounds))
    case 'arithmetic':
      return combine(checked.op, intervalOf(checked.left, bounds), intervalOf(checked.right, bounds))
    default:
      return OPEN
  }
}

const constant = (like: Checked, value: Fraction): Checked => ({ node: 'constant', value, type: like.type })

const lower = (a: Fraction | undefined, b: Fraction | undefined) => a && b && (compare(a, b) <= 0 ? a : b)
const upper = (a: Fraction | undefined, b: Fraction | undefined) => a && b && (compare(a, b) >= 0 ? a : b)
const either = (a: Interval, b: Interval): Interval => ({ min: lower(a.min, b.min), max: upper(a.max, b.max) })

function extreme(op: '不超过' | '不低于', a: Interval, b: Interval): Interval {
  return op === '不超过'
    ? { min: lower(a.min, b.min), max: lower(a.max, b.max) ?? a.max ?? b.max }
    : { min: upper(a.min, b.min) ?? a.min ?? b.min, max: upper(a.max, b.max) }
}

const both = (f: typeof add, x: Fraction | undefined, y: Fraction | undefined) => x && y && f(x, y)

function combine(op: '+' | '-' | '*' | '/', a: Interval, b: Interval): Interval {
  if (op === '+') return { min: both(add, a.min, b.min), max: both(add, a.max, b.max) }
  if (op === '-') return { min: both(subtract, a.min, b.max), max: both(subtract, a.max, b.min) }
  // Products and quotients of what cannot be below zero keep the order; nothing else is claimed.
  if (!a.min || !b.min || a.min.n < 0n || b.min.n < 0n) return OPEN
  if (op === '*') return { min: multiply(a.min, b.min), max: both(multiply, a.max, b.max) }
  if (b.min.n === 0n) return { min: b.max ? divide(a.min, b.max) : { n: 0n, d: 1n }, max: undefined }
  return { min: b.max ? divide(a.min, b.max) : { n: 0n, d: 1n }, max: a.max && divide(a.max, b.min) }
}

/** Whether it must hold, can never hold (false), or either (undefined), by bounds alone. */
export function certainty(checked: Checked, bounds: Bounds): boolean | undefined {
  switch (checked.node) {
    case 'definition':
      return certainty(checked.of, bounds)
    case 'not': {
      const of = certainty(checked.of, bounds)
      return of === undefined ? undefined : !of
    }
    case 'both':
    case 'either': {
      const settling = checked.node === 'either'
      const [left, right] = [certainty(checked.left, bounds), certainty(checked.right, bounds)]
      if (left === settling || right === settling) return settling
      return left === undefined || right === undefined ? undefined : !settling
    }
    case 'compare':
      return relation(checked.op, intervalOf(checked.left, bounds), intervalOf(checked.right, bounds))
    default:
      return undefined
  }
}

function relation(op: Comparison, a: Interval, b: Interval): boolean | undefined {
  if (op === '>' || op === '<=') {
    if (a.max && b.min && compare(a.max, b.min) <= 0) return op === '<='
    return a.min && b.max && compare(a.min, b.max) > 0 ? op === '>' : undefined
  }
  if (op === '<' || op === '>=') {
    if (a.min && b.max && compare(a.min, b.max) >= 0) return op === '>='
    return a.max && b.min && compare(a.max, b.min) < 0 ? op === '<' : undefined
  }
  const isApart = (a.max && b.min && compare(a.max, b.min) < 0) || (a.min && b.max && compare(a.min, b.max) > 0)
  return isApart ? op === '!=' : undefined
}

/** The bounds once this condition holds: each fact it compares alone is narrowed. */
export function narrow(checked: Checked, bounds: Bounds): Bounds {
  if (checked.node === 'both') return narrow(checked.right, narrow(checked.left, bounds))
  if (checked.node !== 'compare' || checked.left.node !== 'slot') return bounds
  const own = bounds.get(checked.left.slot) ?? OPEN
  const { min, max } = intervalOf(checked.right, bounds)
  const narrowed = new Map(bounds)
  if (checked.op.startsWith('>') && min) narrowed.set(checked.left.slot, { ...own, min: upper(own.min, min) ?? min })
  if (checked.op.startsWith('<') && max) narrowed.set(checked.left.slot, { ...own, max: lower(own.max, max) ?? max })
  return narrowed
}
