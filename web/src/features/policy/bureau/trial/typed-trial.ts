import type { Input, officerPolicyRoutes, PolicyPage, SubjectRef } from '@renshu/contracts'
import { type Change, replacedOf } from '../budget/replaced.ts'
import { valueOf } from '../fact-value.tsx'

/** A trial as it is typed: facts by their key, the values to replace, about whom, and why. */
export interface TypedTrial {
  effective: string
  changes: readonly Change[]
  facts: Record<string, string>
  /** Whose records are read; nobody's: only what is typed counts. */
  kind: 'nobody' | 'organisation' | 'person'
  code: string
  reason: string
}
export const NO_TRIAL: TypedTrial = { effective: '', changes: [], facts: {}, kind: 'nobody', code: '', reason: '' }

type TrialBody = Input<(typeof officerPolicyRoutes)['tryPolicy']>['body']

const subjectOf = ({ kind, code }: TypedTrial): { subject?: SubjectRef } => {
  if (kind === 'nobody') return {}
  const text = code.trim().toUpperCase()
  return { subject: kind === 'organisation' ? { creditCode: text } : { residentId: text } }
}

/** What is sent; null while something that was typed cannot be read. */
export function trialBody(policy: Pick<PolicyPage, 'key' | 'facts' | 'parameters'>, typed: TypedTrial) {
  const values = typed.changes.map((change) => {
    const parameter = policy.parameters.find(({ name }) => name === change.parameter)
    return parameter ? replacedOf(change, parameter) : null
  })
  const filled = policy.facts.filter(({ key }) => (typed.facts[key] ?? '') !== '')
  const facts = filled.map((fact) => [fact.key, valueOf(fact, typed.facts[fact.key]!)] as const)
  if (values.includes(null) || facts.some(([, value]) => value === null)) return null
  const { effective, reason } = typed
  return {
    policy: policy.key,
    ...subjectOf(typed),
    facts: Object.fromEntries(facts),
    values: values.filter((value) => value !== null),
    reason: reason.trim(),
    ...(effective && { effective }),
  } satisfies TrialBody
}
