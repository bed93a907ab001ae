import type { RecordSubject } from '../../../platform/records.ts'
import type { PolicyDesk } from '../desk.ts'
import { fail } from '../errors.ts'
import { type EntitlementRow, tables } from '../tables.ts'

/** What is offered to somebody, as a case needs it. */
export interface OpenEntitlement {
  id: string
  policy: string
  subject: RecordSubject
  decisionId: string
  /** Fen, or months. */
  amount: number
  /** Last day on which it may be taken up; null: none is stated. */
  lastDay: string | null
}

type Place = Pick<PolicyDesk, 'tx' | 'city'>

/** @throws policy.noEntitlement, policy.alreadyClosed */
async function holdOpen({ tx, city }: Place, id: string): Promise<EntitlementRow> {
  const row = await tables(tx)
    .selectFrom('policy.entitlement')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw fail.noEntitlement()
  if (row.state !== 'open') throw fail.alreadyClosed()
  return row
}

/** Held until the transaction ends. @throws policy.noEntitlement, policy.alreadyClosed */
export async function openEntitlement(tx: PolicyDesk['tx'], city: string, id: string): Promise<OpenEntitlement> {
  const { policy, subjectKind, subjectId, decisionId, amount, lastOn } = await holdOpen({ tx, city }, id)
  return { id, policy, subject: { kind: subjectKind, id: subjectId }, decisionId, amount, lastDay: lastOn }
}

const close = (
  { tx, city }: Place,
  id: string,
  set: { state: 'taken' | 'declined'; caseId: string | null; closedAt: Date; closedBy: string | null },
) => tables(tx).updateTable('policy.entitlement').set(set).where('city', '=', city).where('id', '=', id).execute()

/** A case has taken it up; once. @throws policy.noEntitlement, policy.alreadyClosed */
export async function takeUp(
  desk: Place & Pick<PolicyDesk, 'now'>,
  entitlementId: string,
  caseId: string,
): Promise<void> {
  await holdOpen(desk, entitlementId)
  await close(desk, entitlementId, { state: 'taken', caseId, closedAt: desk.now(), closedBy: null })
}

/** Who it is for does not want it, and is not asked again. @throws policy.noEntitlement, policy.alreadyClosed */
export async function decline(
  desk: Place & Pick<PolicyDesk, 'now'>,
  { entitlementId, subject, personId }: { entitlementId: string; subject: RecordSubject; personId: string },
): Promise<void> {
  const row = await holdOpen(desk, entitlementId)
  if (row.subjectKind !== subject.kind || row.subjectId !== subject.id) throw fail.noEntitlement()
  await close(desk, entitlementId, { state: 'declined', caseId: null, closedAt: desk.now(), closedBy: personId })
}
