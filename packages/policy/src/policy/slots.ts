import { compare, type Fraction } from '../exact/fraction.ts'
import { nameOf, type Plain, readValue, showValue, type Value } from '../exact/value.ts'
import { text, type Text } from '../faults.ts'
import { TODAY_SLOT } from '../language/scope.ts'
import type { KnownFact, KnownParameter, PreparedPolicy } from './prepare.ts'

/** Facts by their key, as `readValue` takes them; left out or null: not known. */
export type Facts = Readonly<Record<string, Plain | null | undefined>>

/** Says of every given fact that cannot be used why not. */
export class FactsError extends Error {
  readonly wrong: readonly { key: string; reason: Text }[]

  constructor(wrong: readonly { key: string; reason: Text }[]) {
    super(wrong.map(({ key, reason }) => `${key}: ${reason.en}`).join('; '))
    this.name = 'FactsError'
    this.wrong = wrong
  }
}

/** Every slot filled with what is known. @throws FactsError for unknown keys, wrong types and values out of range */
export function fillSlots(
  prepared: PreparedPolicy,
  facts: Facts,
  effective: number,
  known: number,
): (Value | undefined)[] {
  const slots: (Value | undefined)[] = fillParameters(prepared, effective, known)
  const wrong: { key: string; reason: Text }[] = []
  let used = 0
  for (const each of prepared.facts) {
    const given = Object.hasOwn(facts, each.fact.key) ? facts[each.fact.key] : undefined
    if (given !== undefined) used++
    if (given === undefined || given === null) continue
    const value = readValue(each.type, given)
    const reason = value === undefined ? mustBe(each) : outOf(each, value)
    if (reason) wrong.push({ key: each.fact.key, reason })
    slots[each.slot] = value
  }
  if (used < Object.keys(facts).length) wrong.push(...strangers(prepared, facts))
  if (wrong.length > 0) throw new FactsError(wrong)
  return slots
}

function mustBe({ fact, type }: KnownFact): Text {
  const { zh, en } = nameOf(type)
  return text(`${fact.name}应当是${zh}`, `must be ${en}`)
}

function outOf({ fact, type, range: { min, max } }: KnownFact, value: Value): Text | undefined {
  if (min !== undefined && order(value, min) < 0) {
    const bound = showValue(type, min)
    return text(`${fact.name}不能低于 ${bound}`, `must not be below ${bound}`)
  }
  if (max === undefined || order(value, max) <= 0) return undefined
  const bound = showValue(type, max)
  return text(`${fact.name}不能高于 ${bound}`, `must not be above ${bound}`)
}

/** Below, at or above zero as `a` is below, at or above `b`; for what is counted and for dates. */
export const order = (a: Value, b: Value): number =>
  typeof a === 'number' ? a - (b as number) : compare(a as Fraction, b as Fraction)

function strangers({ policy }: PreparedPolicy, facts: Facts) {
  const keys = policy.facts.map(({ key }) => key)
  const reason = text(`没有这个事实，只有 ${keys.join('、')}`, `no such fact, only ${keys.join(', ')}`)
  return Object.keys(facts)
    .filter((key) => !keys.includes(key))
    .map((key) => ({ key, reason }))
}

/** The slots of the day and of the parameters; facts are still unknown. */
export function fillParameters(
  { slots: count, parameters }: PreparedPolicy,
  effective: number,
  known: number,
): (Value | undefined)[] {
  const slots: (Value | undefined)[] = Array.from({ length: count })
  slots[TODAY_SLOT] = effective
  for (const parameter of parameters) slots[parameter.slot] = valueOn(parameter, effective, known)?.value
  return slots
}

/** The entry that holds on a day by what was known on another; the later known one of two. */
export const valueOn = ({ values }: KnownParameter, effective: number, known: number) =>
  values.findLast((value) => value.from <= effective && effective <= value.to && value.known <= known)
