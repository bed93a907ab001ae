import { add, type Fraction, ZERO } from '../exact/fraction.ts'
import { readDay, yearOf } from '../exact/day.ts'
import { readValue, type Type, type Value } from '../exact/value.ts'
import { evaluate, isSame, type Slots } from '../language/evaluate.ts'
import type { Checked } from '../language/syntax.ts'
import type { Payment } from '../policy/policy.ts'
import type { PreparedPolicy, ReadyLimit } from '../policy/prepare.ts'

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
  const isYearly = 'within' in limit && limit.within === 'year'
  const near = history.filter((payment) => {
    const isOfYear = yearOf(dayOf(payment)) === yearOf(today)
    return policies.has(payment.policy) && (isOfYear || !isYearly)
  })
  const same = ('same' in limit && limit.same) || []
  const told = near.map((payment) => same.map((name) => isOf(payment, parts[`same.${name}`]!, prepared, slots)))
  const isUnsure = told.some((one) => !one.includes(false) && one.includes(undefined))
  return isUnsure ? undefined : near.filter((_, place) => told[place]!.every(Boolean))
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
