import { policyFailures } from '@renshu/contracts'
import {
  type Change,
  decide,
  type Decision,
  type Facts,
  FactsError,
  type Payment,
  whatWouldChange,
} from '@renshu/policy'
import { AppError } from '../../../platform/errors.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import type { PolicyDesk } from '../desk.ts'
import { type AskedFact, policyAsking, type PolicyInUse, policyInUse } from '../library/in-use.ts'
import { ensureVersions } from '../library/versions.ts'
import type { PolicyPorts } from '../ports.ts'
import { type DecisionRow, type FactRecords, tables } from '../tables.ts'

export interface DecideRequest {
  policy: string
  subject: RecordSubject
  /** By the keys of the policy's facts. */
  facts: Facts
  /** All that was asked for, where that was settled earlier, as in a case. */
  asked?: readonly AskedFact[]
  /** The day whose facts and values count, and the day by which they were known: `2026-03-01`. */
  effective: string
  known: string
}
export interface Decided {
  decision: Decision
  inUse: PolicyInUse
}
export interface KeepRequest extends Decided {
  subject: RecordSubject
  district: string | null
  madeBy: DecisionRow['madeBy']
  /** Who asked for it; null for a job. */
  personId: string | null
  /** Where each fact was read; left out: none was. */
  records?: FactRecords
}

/** Earlier payments to a subject, without which no limit that looks at them is settled. Scope `system`. */
export async function historyOf(
  { paymentsTo }: Pick<PolicyPorts, 'paymentsTo'>,
  { tx, city }: PolicyDesk,
  { kind, id }: RecordSubject,
): Promise<readonly Payment[]> {
  return (await paymentsTo(tx, city, kind, [id])).get(id) ?? []
}

interface Given {
  facts: Facts
  effective: string
  known: string
  history: readonly Payment[] | undefined
}

/** Names every fact that cannot be used, in the caller's language. */
function asFailure(error: unknown, { prepared }: PolicyInUse, { language = 'zh' }: PolicyDesk): unknown {
  if (!(error instanceof FactsError)) return error
  const fields = error.wrong.map(({ key, reason }) => ({ path: `body.facts.${key}`, message: reason[language] }))
  const names = error.wrong.map(({ key }) => prepared.policy.facts.find((fact) => fact.key === key)?.name ?? key)
  return new AppError(policyFailures.factsWrong, { facts: names.join('、') }, fields)
}

/** @throws policy.factsWrong */
export function decideBy(desk: PolicyDesk, inUse: PolicyInUse, { facts, ...days }: Given): Decision {
  try {
    return decide(inUse.prepared, facts, days)
  } catch (error) {
    throw asFailure(error, inUse, desk)
  }
}

/** What would make a decision that refuses another one; none for other outcomes. */
export const changesOf = ({ inUse, decision }: Decided): Change[] =>
  decision.outcome === 'refused' ? whatWouldChange(inUse.prepared, decision.facts, decision as Given) : []

/** Decides on exactly these facts. Scope `system`. @throws policy.noPolicy, policy.factsWrong */
export async function decideFor(ports: PolicyPorts, desk: PolicyDesk, request: DecideRequest): Promise<Decided> {
  const { policy, subject, facts, asked, effective, known } = request
  const inUse = asked ? await policyAsking(desk, policy, asked) : await policyInUse(desk, policy)
  // What was paid before is asked for where something depends on it.
  const history = inUse.prepared.policy.limits?.length ? await historyOf(ports, desk, subject) : []
  return { inUse, decision: decideBy(desk, inUse, { facts, effective, known, history }) }
}

/** Fen, or months: a whole number either way. */
export function wholeAmount({ amount }: Decision): number | null {
  if (!amount) return null
  // `7407.40` in yuan; months are a number already.
  return typeof amount.value === 'string' ? Number(amount.value.replace('.', '')) : (amount.value as number)
}

/** Keeps a decision as it was made. Scope `system`. @returns its id */
export async function keepDecision(desk: PolicyDesk, request: KeepRequest): Promise<string> {
  const { subject, district, madeBy, personId, decision, inUse, records = {} } = request
  await ensureVersions(desk)
  const id = desk.newId()
  await tables(desk.tx)
    .insertInto('policy.decision')
    .values({
      city: desk.city,
      id,
      policy: inUse.key,
      hash: inUse.hash,
      subjectKind: subject.kind,
      subjectId: subject.id,
      district,
      effective: decision.effective,
      outcome: decision.outcome,
      amount: wholeAmount(decision),
      body: JSON.stringify(decision),
      records: JSON.stringify(records),
      decidedAt: desk.now(),
      madeBy,
      personId,
    })
    .execute()
  return id
}
