import { policyFailures } from '@renshu/contracts'
import { type Facts, type Plain, type PreparedPolicy, readValue, type Type, type Value } from '@renshu/policy'
import { AppError } from '../../../platform/errors.ts'
import type { KnownRecords, RecordSubject } from '../../../platform/records.ts'
import type { PolicyDesk } from '../desk.ts'
import { fail } from '../errors.ts'
import type { PolicyPorts } from '../ports.ts'
import { recordsOf } from '../records/read.ts'
import type { FactRecords } from '../tables.ts'

type KnownFact = PreparedPolicy['facts'][number]

/** Facts as records know them, and where each was read. */
export interface FactsKnown {
  facts: Readonly<Record<string, Plain>>
  records: FactRecords
}

type Countable = { n: bigint; d: bigint }
const isCountable = (value: Value): value is Countable => typeof value === 'object' && 'n' in value

function isBelow(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b
  return isCountable(a) && isCountable(b) && a.n * b.d < b.n * a.d
}

/** A record that is no value of the fact, or out of its bounds, knows nothing of it. */
export function usable(
  { type, range: { min, max } }: Pick<KnownFact, 'type' | 'range'>,
  plain: Plain,
): Value | undefined {
  const value = readValue(type, plain)
  if (value === undefined) return undefined
  const isOut = (min !== undefined && isBelow(value, min)) || (max !== undefined && isBelow(max, value))
  return isOut ? undefined : value
}

/** Names of the records that know facts of a policy. */
export const recordNames = ({ policy }: PreparedPolicy): string[] => [
  ...new Set(policy.facts.flatMap(({ record }) => record ?? [])),
]

/** What records say, as facts of a policy. */
export function factsFrom(prepared: PreparedPolicy, records: KnownRecords): FactsKnown {
  const known: { facts: Record<string, Plain>; records: Record<string, FactRecords[string]> } = {
    facts: {},
    records: {},
  }
  for (const each of prepared.facts) {
    const { key, record: name } = each.fact
    const record = name === undefined ? undefined : records[name]
    if (!record || usable(each, record.value) === undefined) continue
    const { value, ...source } = record
    known.facts[key] = value
    known.records[key] = { record: name!, ...source }
  }
  return known
}

const isSame = (type: Type, a: Plain, b: Plain): boolean => {
  const [one, other] = [readValue(type, a), readValue(type, b)]
  if (one === undefined || other === undefined) return false
  return JSON.stringify(one, asText) === JSON.stringify(other, asText)
}
const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

/**
 * What records know, then what was given; a given fact must not differ from its record.
 * @throws policy.factsHeld
 */
export function withGiven(prepared: PreparedPolicy, known: FactsKnown, given: Facts): Facts {
  const against = prepared.facts.filter(({ fact: { key }, type }) => {
    const [held, answer] = [known.facts[key], given[key]]
    return held !== undefined && answer !== undefined && answer !== null && !isSame(type, held, answer)
  })
  if (against.length > 0) throw heldAgainst(against)
  return { ...given, ...known.facts }
}

function heldAgainst(against: readonly KnownFact[]): AppError {
  const { zh, en } = policyFailures.factsHeld
  const facts = against.map(({ fact }) => fact.name).join('、')
  const fields = against.map(({ fact }) => ({
    path: `body.facts.${fact.key}`,
    message: `${zh.replace('{facts}', fact.name)} / ${en.replace('{facts}', fact.name)}`,
  }))
  return new AppError(policyFailures.factsHeld, { facts }, fields)
}

/** What records know of a subject, as facts of a policy. Scope `system`. @throws policy.otherSubject */
export async function factsOf(
  ports: PolicyPorts,
  desk: PolicyDesk,
  prepared: PreparedPolicy,
  subject: RecordSubject,
): Promise<FactsKnown> {
  requireSubject(prepared, subject, desk)
  return factsFrom(prepared, await recordsOf(ports, desk, subject, recordNames(prepared)))
}

const SUBJECTS = {
  person: { zh: '个人', en: 'a person' },
  organisation: { zh: '单位', en: 'an organisation' },
} as const

/** @throws policy.otherSubject */
function requireSubject({ policy }: PreparedPolicy, { kind }: RecordSubject, { language = 'zh' }: PolicyDesk): void {
  if (policy.subject !== kind) throw fail.otherSubject({ subject: SUBJECTS[policy.subject][language] })
}
