import {
  type Checked,
  checkExpression,
  evaluate,
  ExpressionError,
  type Fact,
  type Fault,
  parseExpression,
  readDay,
  readValue,
  type Scope,
  type Type,
  typeOf,
  type Value,
} from '@renshu/policy'
import { canonical } from '../chain/canonical.ts'
import type { Given } from '../running/state.ts'
import type { Clock, Field, Service, Stage, Step } from './service.ts'

export type Hash = (text: string) => string
/** Of a policy what a service must know: what it asks for, and where that is known. */
export type AskingPolicy = { key: string; facts: readonly Fact[] }

/** A service with its expressions read and its places to look things up. */
export type Prepared = {
  /** With the policy's facts among its fields. */
  service: Service
  /** Hash of its content: a case stays on the version it began on. */
  version: string
  first: Stage
  stages: ReadonlyMap<string, Stage>
  steps: ReadonlyMap<string, { step: Step; stage: Stage }>
  fields: ReadonlyMap<string, Field>
  clocks: ReadonlyMap<string, Clock>
  /** Keys of the facts that the policy reads. */
  asked: readonly string[]
  /** Read expressions by their text. */
  conditions: ReadonlyMap<string, Checked>
  slots: readonly { key: string; type: Type }[]
}

/** Its own fields, then those facts of the policy that it does not define itself. */
export function withFacts(service: Service, policy: AskingPolicy | undefined): Service {
  const own = new Set(service.fields.map(({ key }) => key))
  const added = (policy?.facts ?? []).filter(({ key }) => !own.has(key))
  return { ...service, fields: [...service.fields, ...added] }
}

export function prepareService(
  given: Service,
  policy: AskingPolicy | undefined,
  hash: Hash,
): { prepared: Prepared } | { faults: Fault[] } {
  const service = withFacts(given, policy)
  const faults: Fault[] = []
  const { scope, slots } = scopeOf(service, faults)
  const conditions = new Map<string, Checked>()
  for (const { when, path } of conditionsOf(service)) {
    const checked = readCondition(when, path, scope, faults)
    if (checked) conditions.set(when, checked)
  }
  const [first] = service.stages
  if (!first) faults.push({ path: ['stages'], reason: { zh: '没有环节', en: 'there are no stages' } })
  if (faults.length > 0 || !first) return { faults }
  const steps = service.stages.flatMap((stage) =>
    (stage.steps ?? []).map((step) => [step.id, { step, stage }] as const),
  )
  const prepared: Prepared = {
    service,
    version: hash(canonical(service)),
    first,
    stages: new Map(service.stages.map((stage) => [stage.id, stage])),
    steps: new Map(steps),
    fields: new Map(service.fields.map((field) => [field.key, field])),
    clocks: new Map(service.clocks.map((clock) => [clock.id, clock])),
    asked: (policy?.facts ?? []).map(({ key }) => key),
    conditions,
    slots,
  }
  return { prepared }
}

const isReadable = ({ type }: Field): boolean => type !== 'text' && type !== 'district'

/** The type of a field in expressions; free text and districts have none. */
export const typeOfField = (field: Field): Type | undefined =>
  field.type === 'text' || field.type === 'district' ? undefined : typeOf(field.type, field.options)

function scopeOf(service: Service, faults: Fault[]): { scope: Scope; slots: { key: string; type: Type }[] } {
  const scope = new Map<string, { slot: number; type: Type }>([['今日', { slot: 0, type: { is: 'date' } }]])
  const slots: { key: string; type: Type }[] = []
  for (const [place, field] of service.fields.entries()) {
    const type = typeOfField(field)
    if (!type || !isReadable(field)) continue
    if (!isName(field.name) || scope.has(field.name))
      faults.push({
        path: ['fields', place, 'name'],
        reason: {
          zh: `“${field.name}”不能作名称，或写了两次`,
          en: `“${field.name}” is no name, or is there twice`,
        },
      })
    slots.push({ key: field.key, type })
    scope.set(field.name, { slot: slots.length, type })
  }
  return { scope, slots }
}

function isName(name: string): boolean {
  try {
    return parseExpression(name).node === 'name'
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
}

type Path = readonly (string | number)[]

function conditionsOf({ fields, papers = [], route, stages }: Service): { when: string; path: Path }[] {
  const all: { when: string | undefined; path: Path }[] = [
    ...fields.map(({ when }, place) => ({ when, path: ['fields', place, 'when'] })),
    ...papers.map(({ when }, place) => ({ when, path: ['papers', place, 'when'] })),
    ...route.map(({ when }, place) => ({ when, path: ['route', place, 'when'] })),
    ...stages.flatMap(({ steps = [] }, stage) =>
      steps.map(({ when }, place) => ({ when, path: ['stages', stage, 'steps', place, 'when'] })),
    ),
  ]
  return all.flatMap(({ when, path }) => (when === undefined ? [] : [{ when, path }]))
}

function readCondition(when: string, path: Path, scope: Scope, faults: Fault[]): Checked | undefined {
  try {
    const checked = checkExpression(parseExpression(when), scope)
    if (checked.type.is === 'boolean') return checked
    faults.push({ path, reason: { zh: '这里要写条件', en: 'a condition is needed' } })
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    faults.push({ path, at: error.at, reason: error.reason })
  }
  return undefined
}

/** Whether a condition holds by what is given; undefined where that depends on what is not known. */
export function holds({ conditions, slots }: Prepared, when: string | undefined, given: Given, today: string) {
  if (when === undefined) return true
  const values: (Value | undefined)[] = [readDay(today)]
  for (const { key, type } of slots) {
    const value = given[key]
    values.push(value === undefined || value === null ? undefined : readValue(type, value))
  }
  return evaluate(conditions.get(when)!, values) as boolean | undefined
}
