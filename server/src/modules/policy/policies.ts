import type { Tx } from '../../platform/database/index.ts'
import type { KnownRecords, RecordSubject } from '../../platform/records.ts'
import { type DecideRequest, type Decided, decideFor, keepDecision, type KeepRequest } from './deciding/decide.ts'
import { keptDecision } from './deciding/own.ts'
import type { PolicyDesk } from './desk.ts'
import { type OpenEntitlement, openEntitlement, takeUp } from './entitling/take-up.ts'
import { type PolicyInUse, policyByKey } from './library/in-use.ts'
import type { PolicyPorts } from './ports.ts'
import { recordsOf, statersOf } from './records/read.ts'

/** What cases ask of the policies; decision 0018. All of it in scope `system`. */
export interface Policies {
  /** What modules know of somebody, then what other authorities stated; a name nobody answers is left out. */
  recordsOf: (desk: PolicyDesk, subject: RecordSubject, names: readonly string[]) => Promise<KnownRecords>
  /** Officers who stated, or withdrew, what is held of somebody under these names: they do not grant on it. */
  statersOf: (
    desk: Pick<PolicyDesk, 'tx' | 'city'>,
    subject: RecordSubject,
    names: readonly string[],
  ) => Promise<ReadonlySet<string>>
  /** The policy as it is in use, read and typed. */
  policyByKey: (desk: PolicyDesk, key: string) => Promise<PolicyInUse | undefined>
  /**
   * Decides on exactly these facts, with the earlier payments of the subject; nothing is kept.
   * @throws policy.noPolicy, policy.factsWrong
   */
  decideFor: (desk: PolicyDesk, request: DecideRequest) => Promise<Decided>
  /** Keeps a decision as it was made. @returns its id */
  keepDecision: (desk: PolicyDesk, request: KeepRequest) => Promise<string>
  /** What was kept, as it was made: nothing that happened since changes it. @throws policy.noDecision */
  keptDecision: (desk: PolicyDesk, id: string) => Promise<Decided>
  /** What is offered to a subject, held until the transaction ends. @throws policy.noEntitlement, policy.alreadyClosed */
  openEntitlement: (tx: Tx, city: string, entitlementId: string) => Promise<OpenEntitlement>
  /** A case has taken it up; once. @throws policy.noEntitlement, policy.alreadyClosed */
  takeUp: (desk: Pick<PolicyDesk, 'tx' | 'city' | 'now'>, entitlementId: string, caseId: string) => Promise<void>
}

export const policiesWith = (ports: PolicyPorts): Policies => ({
  recordsOf: (desk, subject, names) => recordsOf(ports, desk, subject, names),
  statersOf,
  policyByKey,
  decideFor: (desk, request) => decideFor(ports, desk, request),
  keepDecision,
  keptDecision,
  openEntitlement,
  takeUp,
})
