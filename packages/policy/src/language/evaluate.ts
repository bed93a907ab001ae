import { addDays, addMonths, fullMonths } from '../exact/day.ts'
import {
  add,
  compare,
  divide,
  floorTo,
  type Fraction,
  least,
  most,
  multiply,
  roundTo,
  subtract,
  whole,
} from '../exact/fraction.ts'
import type { Steps, Table, Value } from '../exact/value.ts'
import type { Arithmetic, Checked, Comparison } from './syntax.ts'

/** A value for each slot; undefined where it is not known. */
export type Slots = readonly (Value | undefined)[]

const ARITHMETIC: Record<Arithmetic, (a: Fraction, b: Fraction) => Fraction> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
}
const HOLDS: Record<Comparison, (difference: number) => boolean> = {
  '>=': (difference) => difference >= 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '<': (difference) => difference < 0,
  '=': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
}

/** Its value, or undefined when that depends on something unknown. */
export function evaluate(checked: Checked, slots: Slots): Value | undefined {
  switch (checked.node) {
    case 'constant':
      return checked.value
    case 'slot':
      return slots[checked.slot]
    case 'definition':
      return evaluate(checked.of, slots)
    case 'set':
      return checked.items
    case 'not': {
      const of = evaluate(checked.of, slots)
      return of === undefined ? undefined : !of
    }
    case 'both':
    case 'either':
      return join(checked.node === 'either', checked.left, checked.right, slots)
    case 'if':
      return choose(checked, slots)
    default:
      return combine(checked, slots)
  }
}

/** 且 and 或 in three values: one side may settle it whatever the other is. */
function join(settling: boolean, left: Checked, right: Checked, slots: Slots): Value | undefined {
  const first = evaluate(left, slots)
  if (first === settling) return settling
  const second = evaluate(right, slots)
  if (second === settling) return settling
  return first === undefined || second === undefined ? undefined : !settling
}

/** With an unknown test both branches may still agree. */
function choose({ test, yes, no }: Checked & { node: 'if' }, slots: Slots): Value | undefined {
  const held = evaluate(test, slots)
  if (held !== undefined) return evaluate(held ? yes : no, slots)
  const first = evaluate(yes, slots)
  const second = evaluate(no, slots)
  return first !== undefined && second !== undefined && isSame(first, second) ? first : undefined
}

/** Of one type. Lists are the same with the same options in any order. */
export function isSame(a: Value, b: Value): boolean {
  if (typeof a !== 'object') return a === b
  if ('n' in a) return compare(a, b as Fraction) === 0
  if (!Array.isArray(a)) return a === b
  const [first, second] = [new Set(a as string[]), new Set(b as string[])]
  return first.size === second.size && [...first].every((option) => second.has(option))
}

type Parts = Exclude<Checked, { node: 'constant' | 'slot' | 'definition' | 'set' | 'not' | 'both' | 'either' | 'if' }>

function combine(checked: Parts, slots: Slots): Value | undefined {
  const [first, second] = operandsOf(checked)
  const a = evaluate(first!, slots)
  if (a === undefined) return undefined
  if (checked.node === 'round') return (checked.half ? roundTo : floorTo)(a as Fraction, checked.unit === 1 ? 1n : 100n)
  const b = evaluate(second!, slots)
  if (b === undefined) return undefined
  switch (checked.node) {
    case 'arithmetic':
      return ARITHMETIC[checked.op](a as Fraction, b as Fraction)
    case 'compare':
      return HOLDS[checked.op](difference(a, b))
    case 'extreme':
      return (checked.op === '不超过' ? least : most)(a as Fraction, b as Fraction)
    case 'shift':
      return shift(a as number, b as Fraction, checked)
    case 'span':
      return whole(checked.unit === 'days' ? (b as number) - (a as number) : fullMonths(a as number, b as number))
    case 'member':
      return (b as readonly string[]).includes(a as string)
    case 'row':
      return (a as Table).rows[b as string]
    case 'step':
      return (a as Steps).steps.findLast(({ from }) => compare(from, b as Fraction) <= 0)?.value
  }
}

function difference(a: Value, b: Value): number {
  if (typeof a === 'number') return a - (b as number)
  return typeof a === 'object' ? compare(a as Fraction, b as Fraction) : a === b ? 0 : 1
}

function shift(day: number, { n }: Fraction, { sign, by }: Checked & { node: 'shift' }): number {
  const count = sign * Number(n)
  return by.type.is === 'days' ? addDays(day, count) : addMonths(day, count)
}

/** What a part is made of, in the order it is read. */
export function operandsOf(checked: Checked): readonly Checked[] {
  switch (checked.node) {
    case 'constant':
    case 'slot':
    case 'set':
      return []
    case 'definition':
    case 'not':
    case 'round':
      return [checked.of]
    case 'both':
    case 'either':
    case 'arithmetic':
    case 'compare':
    case 'extreme':
      return [checked.left, checked.right]
    case 'shift':
      return [checked.date, checked.by]
    case 'span':
      return [checked.from, checked.to]
    case 'member':
      return [checked.of, checked.among]
    case 'row':
    case 'step':
      return [checked.table, checked.by]
    case 'if':
      return [checked.test, checked.yes, checked.no]
  }
}

/** The slots that are unknown and on which an unknown value depends. */
export function unknownIn(checked: Checked, slots: Slots): readonly number[] {
  if (evaluate(checked, slots) !== undefined) return []
  if (checked.node === 'slot') return [checked.slot]
  if (checked.node === 'if') {
    const held = evaluate(checked.test, slots)
    if (held !== undefined) return unknownIn(held ? checked.yes : checked.no, slots)
  }
  return [...new Set(operandsOf(checked).flatMap((part) => unknownIn(part, slots)))]
}
