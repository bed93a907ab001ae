import { requireDay } from '../exact/day.ts'
import { subtract } from '../exact/fraction.ts'
import { type Plain, showValue, type Type, type Value, writeValue } from '../exact/value.ts'
import { arithmeticOf } from '../language/arithmetic.ts'
import { evaluate, type Slots } from '../language/evaluate.ts'
import type { Checked } from '../language/syntax.ts'
import { type Judgement, judge, type Outcome } from './judge.ts'
import { missingFacts } from './missing.ts'
import type { Condition, Document, DatedValue, Limit, Payment, Period } from '../policy/policy.ts'
import type { KnownParameter, PreparedPolicy } from '../policy/prepare.ts'
import { nameOf, readsOf } from './reads.ts'
import { type Facts, fillSlots, valueOn } from '../policy/slots.ts'

export type Result = 'pass' | 'fail' | 'unknown'
/** A name in an expression and its value, for machines and for people; undefined while unknown. */
export type Read = { name: string; value: Plain | undefined; shown: string | undefined }
export type DecidedCondition = Omit<Condition, keyof Period> & { result: Result; reads: Read[] }
export type DecidedLimit = Pick<Limit, 'id' | 'kind' | 'clause' | 'text' | 'source' | 'example'> & {
  result: Result
  reads: Read[]
  /** What it took from the amount, where it did. */
  took?: Plain
}
/** Where a parameter's value comes from. */
export type Basis = { name: string; shown: string; from: string } & Pick<
  DatedValue,
  'to' | 'source' | 'clause' | 'example'
>

/** A decision is data: it is stored as it is, and deciding again from it gives the same. */
export type Decision = {
  policy: string
  effective: string
  known: string
  facts: Facts
  history?: readonly Payment[]
  outcome: Outcome
  conditions: DecidedCondition[]
  limits: DecidedLimit[]
  /** Provisional while the outcome is unknown; left out when it cannot be told or nothing is paid. */
  amount?: {
    value: Plain
    shown: string
    arithmetic: string
    period: 'once' | 'month'
    provisional: boolean
    clause: string
  }
  /** Keys of the facts that can still change the outcome, in the order worth asking. */
  missing: string[]
  /** A limit looks at earlier payments, and none were passed in. */
  needsHistory: boolean
  basis: Basis[]
  documents: readonly Document[]
}

/** Days as `2025-04-26`. Without `history` limits that read it are unknown; `[]` says that nothing was paid. */
export type Circumstances = { effective: string; known: string; history?: readonly Payment[] | undefined }

/**
 * Decides a policy from facts.
 * @throws FactsError naming each fact that cannot be used
 * @throws RangeError for a day that is in no calendar, or a payment without a usable amount
 */
export function decide(prepared: PreparedPolicy, facts: Facts, { effective, known, history }: Circumstances): Decision {
  const [today, knowledge] = [requireDay(effective), requireDay(known)]
  const slots = fillSlots(prepared, facts, today, knowledge)
  const judgement = judge(prepared, slots, knowledge, history)
  const { outcome, limits } = judgement
  const isInForce = outcome !== 'notInForce'
  const amount = isInForce && outcome !== 'refused' ? amountOf(prepared, judgement, slots) : undefined
  return {
    policy: prepared.policy.key,
    effective,
    known,
    facts,
    ...(history && { history }),
    outcome,
    conditions: isInForce ? conditionsOf(prepared, judgement, slots, today) : [],
    limits: isInForce ? limitsOf(prepared, judgement, slots) : [],
    ...(amount && { amount }),
    missing: missingFacts(prepared, judgement, slots),
    needsHistory: outcome === 'unknown' && limits.some(({ needsHistory }) => needsHistory),
    basis: isInForce ? basisOf(prepared, today, knowledge) : [],
    documents: prepared.policy.documents,
  }
}

const resultOf = (holds: boolean | undefined): Result => (holds === undefined ? 'unknown' : holds ? 'pass' : 'fail')

function readOf(part: Checked, slots: Slots): Read {
  const value = evaluate(part, slots)
  const isKnown = value !== undefined
  return {
    name: nameOf(part),
    value: isKnown ? writeValue(part.type, value) : undefined,
    shown: isKnown ? showValue(part.type, value) : undefined,
  }
}

function conditionsOf(prepared: PreparedPolicy, { holds }: Judgement, slots: Slots, today: number): DecidedCondition[] {
  return prepared.conditions.flatMap((ready, place) => {
    if (ready.from > today || today > ready.to) return []
    return {
      ...ready.condition,
      result: resultOf(holds[place]),
      reads: readsOf(ready.when).map((part) => readOf(part, slots)),
    }
  })
}

function limitsOf(prepared: PreparedPolicy, { limits, amount }: Judgement, slots: Slots): DecidedLimit[] {
  let before = amount
  return prepared.limits.map(({ limit, parts }, place) => {
    const { holds, left } = limits[place]!
    const took = before && left && subtract(before, left)
    before = left
    const { id, kind, clause, text, source, example } = limit
    return {
      id,
      kind,
      clause,
      text,
      result: resultOf(holds),
      ...(source !== undefined && { source }),
      ...(example && { example }),
      reads: Object.values(parts).flatMap((part) => readsOf(part).map((read) => readOf(read, slots))),
      ...(took && took.n > 0n && { took: writeValue(prepared.amount.type, took) }),
    }
  })
}

function amountOf({ policy, amount, limits }: PreparedPolicy, judgement: Judgement, slots: Slots): Decision['amount'] {
  if (!judgement.left) return undefined
  const { period, clause } = policy.amount
  const replacing = judgement.limits.findLastIndex(({ replaced }) => replaced)
  return {
    value: writeValue(amount.type, judgement.left),
    shown: showValue(amount.type, judgement.left),
    arithmetic: arithmeticOf(replacing === -1 ? amount : limits[replacing]!.parts['otherwise']!, slots),
    period,
    provisional: judgement.outcome === 'unknown',
    clause,
  }
}

/** What is said of a parameter's value is the same in every decision. */
const told = new WeakMap<object, Basis>()

function basisOf({ parameters }: PreparedPolicy, today: number, known: number): Basis[] {
  return parameters.flatMap((parameter) => {
    const value = valueOn(parameter, today, known)
    if (!value) return []
    const basis = told.get(value) ?? tellBasis(parameter, value)
    told.set(value, basis)
    return basis
  })
}

function tellBasis({ parameter, type }: KnownParameter, { value, place }: KnownParameter['values'][number]): Basis {
  const { from, to, source, clause, example } = parameter.values[place]!
  return {
    name: parameter.name,
    shown: showParameter(type, value),
    from,
    ...(to !== undefined && { to }),
    ...(source !== undefined && { source }),
    ...(clause !== undefined && { clause }),
    ...(example && { example }),
  }
}

function showParameter(type: Type, value: Value): string {
  if (type.is === 'table' && typeof value === 'object' && 'rows' in value)
    return Object.entries(value.rows)
      .map(([option, row]) => `${option} ${showValue(type.of, row)}`)
      .join('，')
  if (type.is === 'steps' && typeof value === 'object' && 'steps' in value)
    return value.steps
      .map((step) => `${showValue(type.from, step.from)}起 ${showValue(type.of, step.value)}`)
      .join('，')
  return showValue(type, value)
}
