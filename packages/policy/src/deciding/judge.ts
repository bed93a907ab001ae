import type { Fraction } from '../exact/fraction.ts'
import { evaluate, type Slots } from '../language/evaluate.ts'
import { TODAY_SLOT } from '../language/scope.ts'
import { applyLimits, type Limited } from './limits.ts'
import type { Payment } from '../policy/policy.ts'
import type { PreparedPolicy, ReadyCondition } from '../policy/prepare.ts'

/** `notInForce`: on this day, or by what was known, there is no such policy. */
export type Outcome = 'granted' | 'refused' | 'unknown' | 'notInForce'

export type Judgement = {
  outcome: Outcome
  /** In the order of the file; one that does not hold on this day is undefined like an unknown one, see `applies`. */
  holds: readonly (boolean | undefined)[]
  /** Before the limits. */
  amount: Fraction | undefined
  limits: readonly Limited[]
  left: Fraction | undefined
}

/** Whether a condition is part of the policy on a day. */
export const applies = ({ from, to }: ReadyCondition, today: number): boolean => from <= today && today <= to

const NOT_IN_FORCE: Judgement = { outcome: 'notInForce', holds: [], amount: undefined, limits: [], left: undefined }

/** Decides over filled slots: the one place where the outcome is made. */
export function judge(
  prepared: PreparedPolicy,
  slots: Slots,
  known: number,
  history: readonly Payment[] | undefined,
): Judgement {
  const today = slots[TODAY_SLOT] as number
  if (today < prepared.from || today > prepared.to || known < prepared.known) return NOT_IN_FORCE
  const holds = prepared.conditions.map((ready) =>
    applies(ready, today) ? (evaluate(ready.when, slots) as boolean | undefined) : true,
  )
  const amount = evaluate(prepared.amount, slots) as Fraction | undefined
  const limits = applyLimits(amount, { prepared, slots, today, history })
  const left = limits.length > 0 ? limits.at(-1)!.left : amount
  const said = new Set([...holds, ...limits.map((limited) => limited.holds)])
  const isSettled = !said.has(undefined) && left !== undefined
  const outcome = said.has(false) ? 'refused' : isSettled ? 'granted' : 'unknown'
  return { outcome, holds, amount, limits, left }
}
