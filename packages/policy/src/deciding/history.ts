import { add, type Fraction, ZERO } from '../exact/fraction.ts'
import { addDays, addMonths, readDay, requireDay, yearOf } from '../exact/day.ts'
import { readValue, type Type, type Value } from '../exact/value.ts'
import { evaluate, isSame, type Slots } from '../language/evaluate.ts'
import type { Checked } from '../language/syntax.ts'
import type { Payment } from '../policy/policy.ts'
import type { PreparedPolicy, ReadyLimit } from '../policy/prepare.ts'
import { type Facts, fillSlots } from '../policy/slots.ts'

/**
 * The earlier payments a limit counts; undefined when they cannot be told.
 * @throws RangeError for a payment on a day that is in no calendar
 */
export function countedBy(
  { limit, parts }: ReadyLimit,
  history: readonly Payment[] | undefined,
  { prepared, slots, today, own }: { prepared: PreparedPolicy; slots: Slots; today: number; own: boolean },
): readonly Payment[] | undefined {
  if (!history) return undefined
  const policies = new Set([...(own ? [prepared.policy.key] : []), ...(('with' in limit && limit.with) || [])])
  const reaches = reachOf({ limit, parts }, slots, today)
  if (!reaches) return undefined
  // A payment without a day is told, whosever it is.
  const near = history.filter((payment) => reaches(dayOf(payment)) && policies.has(payment.policy))
  const same = ('same' in limit && limit.same) || []
  const told = near.map((payment) => same.map((name) => isOf(payment, parts[`same.${name}`]!, prepared, slots)))
  const isUnsure = told.some((one) => !one.includes(false) && one.includes(undefined))
  return isUnsure ? undefined : near.filter((_, place) => told[place]!.every(Boolean))
}

/** Which days a limit counts; undefined while its months or days are not known. */
function reachOf({ limit, parts: { last } }: ReadyLimit, slots: Slots, today: number) {
  const isYearly = 'within' in limit && limit.within === 'year'
  const span = last && (evaluate(last, slots) as Fraction | undefined)
  if (last && !span) return undefined
  const shift = last?.type.is === 'months' ? addMonths : addDays
  return (day: number): boolean =>
    (!isYearly || yearOf(day) === yearOf(today)) && (!span || shift(day, Number(span.n)) > today)
}

/** Of what a limit counts only some time is told: this year, or so many months or days. */
const isTimed = ({ limit }: ReadyLimit): boolean =>
  ('within' in limit && limit.within === 'year') || ('last' in limit && limit.last !== undefined)

/**
 * Whether a measure has begun anew since a day: each of its limits that count by the year or by the last months or days
 * counts it no longer. False where none does, or how far one reaches is not known.
 * @param since `2025-04-26`
 * @throws RangeError for a day that is in no calendar; FactsError for facts that cannot be used
 */
export function hasBegunAnew(
  prepared: PreparedPolicy,
  { facts, effective, known }: { facts: Facts; effective: string; known: string },
  since: string,
): boolean {
  const timed = prepared.limits.filter(isTimed)
  if (timed.length === 0) return false
  const [day, today, knowledge] = [since, effective, known].map(requireDay) as [number, number, number]
  const slots = fillSlots(prepared, facts, today, knowledge)
  return timed.every((ready) => reachOf(ready, slots, today)?.(day) === false)
}

function dayOf({ policy, on }: Payment): number {
  const day = readDay(on)
  if (day === undefined) throw new RangeError(`the payment of ${policy} on “${on}” has no day`)
  return day
}

function isOf(payment: Payment, part: Checked, prepared: PreparedPolicy, slots: Slots): boolean | undefined {
  const now = evaluate(part, slots)
  const then = factOf(payment, part, prepared)
  return now === undefined || then === undefined ? undefined : isSame(now, then)
}

/** A fact of an earlier payment. */
export function factOf({ facts }: Payment, part: Checked, prepared: PreparedPolicy): Value | undefined {
  const fact = prepared.facts.find(({ slot }) => part.node === 'slot' && part.slot === slot)
  return fact && readValue(fact.type, facts?.[fact.fact.key])
}

/** @throws RangeError for a payment whose amount is not of the policy's type */
export function sumOf(payments: readonly Payment[], type: Type): Fraction {
  return payments.reduce((sum, { amount, policy, on }) => {
    const value = readValue(type, amount)
    if (value === undefined) throw new RangeError(`the payment of ${policy} on ${on} has no amount of this type`)
    return add(sum, value as Fraction)
  }, ZERO)
}
