import { readDay, writeDay } from '../exact/day.ts'
import { add, fraction, type Fraction, roundTo, whole } from '../exact/fraction.ts'
import { type Plain, showValue, type Type, type Value, writeValue } from '../exact/value.ts'
import { evaluate, type Slots } from '../language/evaluate.ts'
import { TODAY_SLOT } from '../language/scope.ts'
import { type Circumstances, decide } from './decide.ts'
import { applies, judge } from './judge.ts'
import type { KnownFact, PreparedPolicy, ReadyCondition } from '../policy/prepare.ts'
import { slotsOf } from './reads.ts'
import { type Facts, fillSlots, order } from '../policy/slots.ts'

/** One fact that, changed alone, makes a failing condition hold. `fact` is `today` where waiting helps. */
export type Change = { condition: string; fact: string; from: Plain; to: Plain; shown: string; grants: boolean }

/** Ratios are searched in hundredths of a percent. */
const RATIO_GRID = 10_000n
const FARTHEST = 2 ** 44
const LONGEST_WAIT = 3660

/**
 * The nearest change of each single fact that would make a failing condition hold. Every one has been tried; a nearer
 * one may be overlooked where a condition holds in several separate stretches of a fact.
 * @throws like `decide`
 */
export function whatWouldChange(prepared: PreparedPolicy, facts: Facts, circumstances: Circumstances): Change[] {
  const [today, known] = [readDay(circumstances.effective), readDay(circumstances.known)]
  if (today === undefined || known === undefined) throw new RangeError('no such day')
  const slots = fillSlots(prepared, facts, today, known)
  const failing = prepared.conditions.filter((ready) => applies(ready, today) && evaluate(ready.when, slots) === false)
  return failing.flatMap((ready) => [
    ...prepared.facts.flatMap((fact) => changeOf(prepared, ready, fact, slots, known, circumstances)),
    ...waitFor(prepared, ready, slots, facts, circumstances),
  ])
}

function changeOf(
  prepared: PreparedPolicy,
  { condition, when }: ReadyCondition,
  { fact, slot, type, range }: KnownFact,
  slots: Slots,
  known: number,
  { history }: Circumstances,
): Change[] {
  const value = slots[slot]
  if (value === undefined || !slotsOf(when).includes(slot)) return []
  const passes = (tried: Value) => evaluate(when, slots.with(slot, tried)) === true
  const to = nearest(type, value, range, passes)
  if (to === undefined) return []
  const grants = judge(prepared, slots.with(slot, to), known, history).outcome === 'granted'
  const [before, after] = [writeValue(type, value), writeValue(type, to)]
  return [{ condition: condition.id, fact: fact.key, from: before, to: after, shown: showValue(type, to), grants }]
}

function nearest(
  type: Type,
  value: Value,
  range: KnownFact['range'],
  passes: (tried: Value) => boolean,
): Value | undefined {
  if (type.is === 'boolean') return passes(!value) ? !value : undefined
  if (type.is === 'choice') return type.options.find(passes)
  if (type.is === 'list') return type.options.map((option) => [...(value as string[]), option]).find(passes)
  const stepped = (count: number): Value => stepValue(type, value, count)
  const isWithin = (tried: Value) =>
    (range.min === undefined || order(tried, range.min) >= 0) &&
    (range.max === undefined || order(tried, range.max) <= 0)
  const [up, down] = [1, -1].map((sign) =>
    firstPassing((count) => isWithin(stepped(sign * count)) && passes(stepped(sign * count))),
  )
  if (up === undefined && down === undefined) return undefined
  return stepped((up ?? Infinity) <= (down ?? Infinity) ? up! : -down!)
}

/** Further by a fen, a month, a day, one, or a hundredth of a percent. */
export function stepValue(type: Type, value: Value, count: number): Value {
  if (typeof value === 'number') return value + count
  if (type.is !== 'ratio') return add(value as Fraction, whole(count))
  const { n, d } = value as Fraction
  const onGrid = roundTo({ n: n * RATIO_GRID, d }, 1n)
  return fraction(onGrid.n + BigInt(count), RATIO_GRID)
}

/** The least count from 1 on that passes, by doubling and then halving. */
function firstPassing(passes: (count: number) => boolean): number | undefined {
  let high = 1
  while (!passes(high)) {
    high *= 2
    if (high > FARTHEST) return undefined
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}

function waitFor(
  prepared: PreparedPolicy,
  { condition, when }: ReadyCondition,
  slots: Slots,
  facts: Facts,
  circumstances: Circumstances,
): Change[] {
  if (!slotsOf(when).includes(TODAY_SLOT)) return []
  const today = slots[TODAY_SLOT] as number
  const count = firstPassing(
    (days) => days <= LONGEST_WAIT * 2 && evaluate(when, slots.with(TODAY_SLOT, today + days)) === true,
  )
  if (count === undefined || count > LONGEST_WAIT) return []
  const effective = writeDay(today + count)
  const known = effective > circumstances.known ? effective : circumstances.known
  const grants = decide(prepared, facts, { ...circumstances, effective, known }).outcome === 'granted'
  return [
    { condition: condition.id, fact: 'today', from: circumstances.effective, to: effective, shown: effective, grants },
  ]
}
