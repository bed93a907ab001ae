import type { PolicyCard, PolicyPage } from '@renshu/contracts'
import {
  type DatedValue,
  type Limit,
  type Parameter,
  type Plain,
  type Policy,
  readValue,
  showValue,
  type Type,
  typeOf,
} from '@renshu/policy'
import type { RecordSubject } from '../../../platform/records.ts'
import { type PolicyDesk, todayOf } from '../desk.ts'
import { plainView, questionView } from '../deciding/view.ts'
import { documentView } from './document.ts'
import { expressionView, namesOf } from './expression.ts'
import type { ServiceOfPolicy } from './files.ts'
import type { PolicyInUse } from './in-use.ts'
import { staleness, stateOn, watchOf } from './state.ts'

type Sourced = { source?: string; clause?: string; example?: '示例' }
const stated = ({ source, clause, example }: Sourced) => ({
  source: source ?? null,
  clause: clause ?? null,
  example: example === '示例',
})

/** The newest day on which something of it began to be so. */
const changedOn = ({ documents, parameters, from }: Policy, { fromOn }: PolicyInUse, today: string): string => {
  const days = [
    from,
    ...documents.flatMap(({ published }) => published ?? []),
    ...parameters.flatMap(({ values }) => values.map((value) => value.from)),
  ].filter((day) => day <= today)
  // The first version of all was seen on the day the platform began, which changed nothing.
  return days.toSorted().at(-1) ?? fromOn
}

export interface CardAround {
  service: ServiceOfPolicy | undefined
  on: string
}

export function cardOf(inUse: PolicyInUse, desk: PolicyDesk, { service, on }: CardAround): PolicyCard {
  const { prepared, hash, file } = inUse
  const { policy } = prepared
  return {
    key: policy.key,
    title: policy.title,
    summary: policy.summary,
    subject: policy.subject,
    from: policy.from,
    to: policy.to ?? null,
    state: stateOn(policy, on),
    amount: {
      words: policy.amount.clause,
      unit: prepared.amount.type.is === 'months' ? 'months' : 'fen',
      period: policy.amount.period,
      example: policy.amount.example === '示例',
    },
    conditions: policy.conditions.length,
    changedOn: changedOn(policy, inUse, todayOf(desk)),
    stale: staleness(policy, on, watchOf(desk, on)),
    service: service ?? null,
    region: file.split('/')[0]!,
    version: hash,
  }
}

type Value = PolicyPage['parameters'][number]['values'][number]

function rowsOf({ type, by, steps }: Parameter, { value }: DatedValue): Value['rows'] {
  const of = typeOf(type)
  const row = (name: string | null, plain: Plain) => ({ of: name, value: plainView(plain)!, shown: shown(of, plain) })
  if (steps)
    return (value as readonly { from: Plain; value: Plain }[]).map((step) =>
      row(shown(typeOf(steps), step.from), step.value),
    )
  if (by !== undefined)
    return Object.entries(value as Record<string, Plain>).map(([option, plain]) => row(option, plain))
  return [row(null, value as Plain)]
}

const shown = (type: Type, plain: Plain): string => {
  const value = readValue(type, plain)
  return value === undefined ? JSON.stringify(plain) : showValue(type, value)
}

function parameterView(parameter: Parameter, on: string): PolicyPage['parameters'][number] {
  const { name, type, by, steps, values } = parameter
  return {
    name,
    type,
    by: by ?? null,
    steps: steps ?? null,
    values: values.map((dated) => {
      const rows = rowsOf(parameter, dated)
      return {
        from: dated.from,
        to: dated.to ?? null,
        shown: rows.map(({ of, shown: text }) => (of === null ? text : `${of}${steps ? '起' : ''} ${text}`)).join('，'),
        rows,
        state: stateOn(dated, on),
        note: dated.note ?? null,
        ...stated(dated),
      }
    }),
  }
}

const LIMIT_PARTS = ['most', 'of', 'least', 'otherwise', 'event', 'by', 'last'] as const

function limitView(limit: Limit, policy: Policy, titleOf: PageAround['titleOf']): PolicyPage['limits'][number] {
  const written = limit as unknown as Record<string, string | undefined>
  // The period of a deadline is an expression, the span of the others a word.
  const names = limit.kind === 'deadline' ? [...LIMIT_PARTS, 'within'] : LIMIT_PARTS
  return {
    id: limit.id,
    kind: limit.kind,
    text: limit.text,
    parts: names.flatMap((name) => {
      const is = written[name]
      return is === undefined ? [] : [{ name, is: expressionView(is, namesOf(policy)) }]
    }),
    with: ('with' in limit && limit.with ? limit.with : []).map((key) => ({ key, title: titleOf(key) })),
    within: limit.kind !== 'deadline' && 'within' in limit ? limit.within : null,
    same: 'same' in limit && limit.same ? [...limit.same] : [],
    ...stated(limit),
  }
}

export interface PageAround extends CardAround {
  versions: PolicyPage['versions']
  titleOf: (key: string) => { zh: string; en: string } | null
  /** Names that a module of the platform answers for a kind of subject. */
  answered: (kind: RecordSubject['kind']) => ReadonlySet<string>
}

/** Everything a policy is made of. */
export function pageOf(inUse: PolicyInUse, desk: PolicyDesk, around: PageAround): PolicyPage {
  const { policy } = inUse.prepared
  const { on, titleOf } = around
  const names = namesOf(policy)
  const answered = around.answered(policy.subject)
  return {
    ...cardOf(inUse, desk, around),
    documents: policy.documents.map(documentView),
    facts: policy.facts.map((fact) => ({
      ...questionView(fact),
      record: fact.record ?? null,
      answeredBy: fact.record === undefined ? null : answered.has(fact.record) ? 'module' : 'held',
    })),
    parameters: policy.parameters.map((parameter) => parameterView(parameter, on)),
    definitions: (policy.definitions ?? []).map(({ name, is, source, clause }) => ({
      name,
      is: expressionView(is, names),
      source: source ?? null,
      clause: clause ?? null,
    })),
    rules: policy.conditions.map(({ id, text, when, from, to, ...of }) => ({
      id,
      text,
      when: expressionView(when, names),
      from: from ?? null,
      to: to ?? null,
      ...stated(of),
    })),
    paid: { is: expressionView(policy.amount.is, names), period: policy.amount.period, ...stated(policy.amount) },
    limits: (policy.limits ?? []).map((limit) => limitView(limit, policy, titleOf)),
    versions: around.versions,
  }
}
