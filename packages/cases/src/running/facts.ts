import { type Plain, readValue, type Text, writeValue } from '@renshu/policy'
import { canonical } from '../chain/canonical.ts'
import { type Hash, holds, type Prepared, typeOfField } from '../definition/prepare.ts'
import type { Field } from '../definition/service.ts'
import { valuesOf } from './fold.ts'
import { type Difference, type Refusal, refuse } from './refusals.ts'
import type { Command, Records } from './scene.ts'
import type { Facts, FrozenFact, Given } from './state.ts'

const LONGEST_TEXT = 4000

/** The one spelling of a value of the field; undefined when it is none. */
export function normalValue(field: Field, given: unknown): Plain | undefined {
  if (field.type === 'text') {
    const words = typeof given === 'string' ? given.trim() : ''
    return words && words.length <= LONGEST_TEXT ? words : undefined
  }
  if (field.type === 'district') return typeof given === 'string' && /^\d{6}$/.test(given) ? given : undefined
  const type = typeOfField(field)!
  const value = readValue(type, given)
  if (value === undefined || isOutside(field, value)) return undefined
  return writeValue(type, value)
}

type Countable = { n: bigint; d: bigint }
const isCountable = (value: unknown): value is Countable => typeof value === 'object' && value !== null && 'n' in value

const isBelow = (a: Countable, b: Countable): boolean => a.n * b.d < b.n * a.d

/** Counted things begin at zero unless their field says otherwise. */
function isOutside(field: Field, value: unknown): boolean {
  if (!isCountable(value)) return false
  const bound = (written: Plain | undefined) =>
    written === undefined ? undefined : readValue(typeOfField(field)!, written)
  const [min, max] = [bound(field.min) ?? { n: 0n, d: 1n }, bound(field.max)]
  return (isCountable(min) && isBelow(value, min)) || (isCountable(max) && isBelow(max, value))
}

export const hashOfFacts = (facts: Facts, hash: Hash): string => hash(canonical(valuesOf(facts)))
export const isSameValue = (a: Plain | null, b: Plain | null): boolean => canonical(a) === canonical(b)

type Wrong = { key: string; reason: Text }
const WRONG: Record<'needed' | 'invalid' | 'held' | 'unknown', Text> = {
  needed: { zh: '请填写', en: 'is needed' },
  invalid: { zh: '格式或范围不对', en: 'is not of the right kind or range' },
  held: {
    zh: '平台已有记录，与填写的不同；记录有误请先更正记录',
    en: 'differs from what is on record; have the record corrected first',
  },
  unknown: { zh: '这里没有这一项', en: 'is not asked here' },
}
const wrong = (key: string, what: keyof typeof WRONG): Wrong => ({ key, reason: WRONG[what] })

/**
 * The facts of a submission: what records say, then what was answered. Answers given before stand unless given anew.
 * @param needed keys that must be known although their field does not say so: what the policy still misses
 */
export function gather(
  prepared: Prepared,
  given: Given,
  before: Facts,
  records: Records,
  today: string,
  needed: readonly string[],
): Facts | Refusal {
  const answers: Given = { ...answersIn(before), ...given }
  const fields = prepared.service.fields.filter(({ by }) => by !== 'officer')
  const faults = Object.keys(given)
    .filter((key) => fields.every((field) => field.key !== key))
    .map((key) => wrong(key, 'unknown'))
  const facts: Record<string, FrozenFact> = {}
  const values: Record<string, Plain> = {}
  for (const field of fields) {
    if (holds(prepared, field.when, values, today) === false) continue
    const isNeeded = needed.includes(field.key) || !(field.optional || prepared.asked.includes(field.key))
    const fact = factOf(field, answers[field.key], records, today, isNeeded)
    if (fact === undefined) continue
    if ('reason' in fact) faults.push(fact)
    else {
      facts[field.key] = fact
      values[field.key] = fact.value
    }
  }
  return faults.length > 0 ? refuse('fieldsWrong', { wrong: faults }) : facts
}

const answersIn = (facts: Facts): Given =>
  valuesOf(Object.fromEntries(Object.entries(facts).filter(([, { source }]) => source === 'applicant')))

function factOf(
  field: Field,
  answer: Plain | null | undefined,
  records: Records,
  today: string,
  isNeeded: boolean,
): FrozenFact | Wrong | undefined {
  const { key } = field
  const held = heldValue(field, records)
  if (held?.value !== undefined && held.value !== null) {
    const own = answer === undefined || answer === null ? held.value : normalValue(field, answer)
    if (own === undefined || !isSameValue(own, held.value)) return wrong(key, 'held')
    return { value: held.value, source: 'record', on: held.on }
  }
  if (answer === undefined || answer === null) return isNeeded ? wrong(key, 'needed') : undefined
  const value = normalValue(field, answer)
  return value === undefined ? wrong(key, 'invalid') : { value, source: 'applicant', on: today }
}

/** What the record of a field says; undefined where it has none or none could be read. */
function heldValue(field: Field, records: Records): { value: Plain | null; on: string } | undefined {
  const record = field.record === undefined ? undefined : records[field.record]
  if (!record) return undefined
  return { value: record.value === null ? null : (normalValue(field, record.value) ?? null), on: record.on }
}

/** The frozen facts that are not as their records say now, but for those an officer has kept against that very value. */
export function differences({ fields }: Prepared, facts: Facts, records: Records): Difference[] {
  return Object.entries(facts).flatMap(([key, { value: was, kept }]) => {
    const field = fields.get(key)
    const held = field && heldValue(field, records)
    if (!held || isSameValue(held.value, was) || (kept && isSameValue(kept.against, held.value))) return []
    return [{ key, was, now: held.value, on: held.on }]
  })
}

/** Each difference taken or kept, or the refusal that names those that are neither. */
export function resolve(facts: Facts, found: readonly Difference[], chosen: Command['resolve'] = {}): Facts | Refusal {
  const resolved: Record<string, FrozenFact> = {}
  const open = found.filter(({ key, was, now, on }) => {
    const choice = chosen[key]
    if (choice && 'take' in choice && now !== null && isSameValue(choice.take, now))
      resolved[key] = { value: now, source: 'record', on }
    else if (choice && 'keep' in choice && choice.keep.trim())
      resolved[key] = { ...facts[key]!, value: was, kept: { against: now, reason: choice.keep.trim() } }
    else return true
    return false
  })
  return open.length > 0 ? refuse('factsDiffer', { differences: open }) : resolved
}

/** What an officer answers in a step. */
export function fill({ fields }: Prepared, fills: readonly string[], given: Given, today: string): Facts | Refusal {
  const faults = Object.keys(given)
    .filter((key) => !fills.includes(key))
    .map((key) => wrong(key, 'unknown'))
  const facts: Record<string, FrozenFact> = {}
  for (const key of fills) {
    const field = fields.get(key)!
    const answer = given[key]
    const value = answer === undefined || answer === null ? undefined : normalValue(field, answer)
    if (value !== undefined) facts[key] = { value, source: 'officer', on: today }
    else if (answer !== undefined && answer !== null) faults.push(wrong(key, 'invalid'))
    else if (!field.optional) faults.push(wrong(key, 'needed'))
  }
  return faults.length > 0 ? refuse('fieldsWrong', { wrong: faults }) : facts
}
