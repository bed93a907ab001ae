import type { Amount, Decision as Shown, Question } from '@renshu/contracts'
import { type Change, type Decision, type Fact, type Plain, readValue, showValue, typeOf } from '@renshu/policy'
import { documentView } from '../library/document.ts'
import type { PolicyInUse } from '../library/in-use.ts'
import type { FactRecords } from '../tables.ts'
import { changesOf } from './decide.ts'

/** What a decision is shown with. */
export interface Around {
  /** Where facts were read. */
  records: FactRecords
  titleOf: (policy: string) => { zh: string; en: string } | null
}

/** `7407.40` in yuan as whole fen; months are whole already. */
export function amountView(value: Plain, shown: string): Amount {
  if (typeof value === 'number') return { unit: 'months', value, shown }
  return { unit: 'fen', value: Math.round(Number(value) * 100), shown }
}

const MONEY = { is: 'money' } as const
const MONTHS = { is: 'months' } as const
/** A whole amount in its unit, for people. */
export function amountOf(unit: Amount['unit'], value: number): Amount {
  const read = unit === 'fen' ? readValue(MONEY, { fen: value }) : readValue(MONTHS, value)
  return { unit, value, shown: showValue(unit === 'fen' ? MONEY : MONTHS, read!) }
}

const showAmount = (value: Plain): Amount =>
  typeof value === 'number' ? amountOf('months', value) : amountOf('fen', amountView(value, '').value)

export const questionView = ({ key, name, type, options = [], question, min, max }: Fact): Question => ({
  key,
  name,
  type,
  options: [...options],
  question,
  min: plainView(min),
  max: plainView(max),
})

/** The engine's lists may not be changed, the contract's may. */
export const plainView = (value: Plain | null | undefined) =>
  value === undefined || value === null ? null : isList(value) ? [...value] : value
const isList = (value: Plain): value is readonly string[] => Array.isArray(value)

export function shownOf({ type, options }: Pick<Fact, 'type' | 'options'>, plain: Plain): string | null {
  const of = typeOf(type, options)
  const value = readValue(of, plain)
  return value === undefined ? null : showValue(of, value)
}

function factView(fact: Fact, { facts }: Decision, records: FactRecords): Shown['facts'][number] {
  const { key, name, question } = fact
  const value = facts[key]
  const isKnown = value !== undefined && value !== null
  const read = isKnown ? records[key] : undefined
  return {
    key,
    name,
    question,
    value: plainView(value),
    shown: isKnown ? shownOf(fact, value) : null,
    from: read ? 'record' : isKnown ? 'given' : 'unknown',
    record: read?.record ?? fact.record ?? null,
    on: read?.on ?? null,
    statedBy: read?.statedBy ?? null,
  }
}

const stated = (one: { clause: string; source?: string; example?: '示例' }) => ({
  clause: one.clause,
  source: one.source ?? null,
  example: one.example === '示例',
})
const readsView = (reads: readonly { name: string; shown: string | undefined }[]) =>
  reads.map(({ name, shown }) => ({ name, shown: shown ?? null }))

const changeView = ({ condition, fact, from, to, shown, grants }: Change, facts: readonly Fact[]) => ({
  condition,
  fact,
  name: facts.find(({ key }) => key === fact)?.name ?? '今日',
  from: plainView(from)!,
  to: plainView(to)!,
  shown,
  grants,
})

const conditionView = ({ id, text, result, reads, ...of }: Decision['conditions'][number]) => ({
  id,
  text,
  result,
  reads: readsView(reads),
  ...stated(of),
})

const limitView = ({ id, kind, text, result, reads, took, ...of }: Decision['limits'][number]) => ({
  id,
  kind,
  text,
  result,
  reads: readsView(reads),
  took: took === undefined ? null : showAmount(took),
  ...stated(of),
})

function decidedAmount({ amount }: Decision): Shown['amount'] {
  if (!amount) return null
  const { value, shown, arithmetic, period, provisional, clause } = amount
  return { ...amountView(value, shown), arithmetic, period, provisional, clause }
}

const basisView = ({ name, shown, from, to, source, clause, example }: Decision['basis'][number]) => ({
  name,
  shown,
  from,
  to: to ?? null,
  source: source ?? null,
  clause: clause ?? null,
  example: example === '示例',
})

/** A decision with everything a page says of it. */
export function decisionView(made: { decision: Decision; inUse: PolicyInUse }, { records, titleOf }: Around): Shown {
  const { decision, inUse } = made
  const { policy } = inUse.prepared
  return {
    policy: decision.policy,
    title: policy.title,
    version: inUse.hash,
    effective: decision.effective,
    known: decision.known,
    outcome: decision.outcome,
    conditions: decision.conditions.map(conditionView),
    limits: decision.limits.map(limitView),
    amount: decidedAmount(decision),
    facts: policy.facts.map((fact) => factView(fact, decision, records)),
    missing: decision.missing.map((key) => questionView(policy.facts.find((fact) => fact.key === key)!)),
    changes: changesOf(made).map((change) => changeView(change, policy.facts)),
    needsHistory: decision.needsHistory,
    history: (decision.history ?? []).map(({ policy: key, on, amount }) => ({
      policy: key,
      title: titleOf(key),
      on,
      shown: showAmount(amount).shown,
    })),
    basis: decision.basis.map(basisView),
    documents: decision.documents.map(documentView),
  }
}
