import type { EntitlementState, PolicyOutcome, ReplacedValue } from '@renshu/contracts'
import type { Decision, Plain, Policy } from '@renshu/policy'
import type { Generated, Selectable } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import type { ImportRow } from '../../platform/imports/index.ts'
import type { KnownRecord, RecordSubject } from '../../platform/records.ts'
import type { Json } from '../../platform/tables.ts'
import type { BudgetResult } from './budget/tally.ts'

/** Of each fact that a record knew: its name, day and authority. */
export type FactRecords = Readonly<Record<string, { record: string } & Omit<KnownRecord, 'value'>>>

type OfSubject = { subjectKind: RecordSubject['kind']; subjectId: string }

export type PolicyTables = {
  'policy.version': {
    city: string
    id: string
    key: string
    hash: string
    file: string
    text: string
    content: Json<Policy>
    fromOn: string
    untilOn: string | null
    seenAt: Date
  }
  'policy.heldFact': OfSubject & {
    city: string
    id: string
    record: string
    value: Json<Plain>
    onDay: string
    statedBy: string
    recordedAt: Date
    recordedBy: string | null
    withdrawnAt: Date | null
    withdrawnBy: string | null
    withdrawnWhy: string | null
  }
  'policy.look': OfSubject & {
    city: string
    id: string
    what: 'heldFacts' | 'decision' | 'comparison' | 'trial'
    reason: string
    lookedAt: Date
    lookedBy: string
  }
  'policy.decision': OfSubject & {
    city: string
    id: string
    policy: string
    hash: string
    district: string | null
    effective: string
    outcome: PolicyOutcome
    amount: number | null
    body: Json<Decision>
    records: Json<FactRecords>
    decidedAt: Date
    madeBy: 'self' | 'officer' | 'case' | 'nightly'
    personId: string | null
  }
  'policy.entitlement': OfSubject & {
    city: string
    id: string
    policy: string
    district: string | null
    decisionId: string
    amount: number
    factsHash: string
    foundOn: string
    lastOn: string | null
    state: EntitlementState
    caseId: string | null
    closedAt: Date | null
    closedBy: string | null
    toldAt: Date | null
  }
  'policy.run': {
    city: string
    id: string
    beganAt: Date
    endedAt: Date | null
    decided: Generated<number>
    found: Generated<number>
    ended: Generated<number>
  }
  'policy.budget': {
    city: string
    id: string
    policy: string
    hash: string
    effective: string
    replaced: Json<ReplacedValue[]>
    district: string | null
    status: 'running' | 'done' | 'failed'
    progress: Generated<number>
    result: Json<BudgetResult> | null
    madeAt: Date
    madeBy: string
  }
  'policy.import': ImportRow
}
export type HeldFactRow = Selectable<PolicyTables['policy.heldFact']>
export type DecisionRow = Selectable<PolicyTables['policy.decision']>
export type EntitlementRow = Selectable<PolicyTables['policy.entitlement']>
export type BudgetRow = Selectable<PolicyTables['policy.budget']>

export const tables = (tx: Tx) => tx.withTables<PolicyTables>()
