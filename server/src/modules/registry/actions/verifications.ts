import type { DecisionBody, VerificationBody, VerificationFile } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { isDuplicate } from '../../../platform/database/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { append } from '../../ledger/index.ts'
import { checksOf } from './checks.ts'
import { fail } from '../errors.ts'
import { inCharge } from '../rules.ts'
import { dueDay } from '../settings.ts'
import { recordStandingFact } from '../standing/record.ts'
import {
  endVerification,
  insertVerification,
  verificationById,
  type VerificationRow,
  verificationsOf,
} from '../store/verifications.ts'
import { dueView, record, verificationView } from '../views.ts'
import { requireDocuments } from './documents.ts'
import { holdOwnOrganisation, isOwnCase, organisationInCharge, refuseOwnCase, requireFresh } from './own.ts'

type Changed = { id: string; version: number }

const tell = (
  { tx, city, now }: Context,
  kind: string,
  { id, organisationId }: { id: string; organisationId: string },
) => emit(tx, { city, kind: `registry.${kind}`, payload: { organisationId, verificationId: id }, happenedAt: now() })

/** Asks the bureau to verify the organisation; one application at a time. */
export async function submitVerification(
  context: Context,
  organisationId: string,
  { statement, documents }: z.output<typeof VerificationBody>,
): Promise<Changed> {
  const { tx, city, actor, now, newId } = context
  const { district, verifiedOn } = await holdOwnOrganisation(context, organisationId)
  if (verifiedOn) throw fail.alreadyVerified()
  const rounds = await verificationsOf(tx, city, organisationId)
  if (rounds.some(({ status }) => status === 'submitted')) throw fail.alreadySubmitted()
  await requireDocuments(context, organisationId, documents)
  const id = newId()
  const submittedAt = now()
  const through = actor.membership?.throughOrganisationId ?? null
  const by = { submittedAt, submittedBy: actor.personId!, throughOrganisationId: through }
  const clock = { round: (rounds[0]?.round ?? 0) + 1, dueOn: dueDay(context, dayOf(submittedAt)) }
  const row = {
    city,
    id,
    organisationId,
    district,
    status: 'submitted' as const,
    statement,
    documents,
    ...by,
    ...clock,
  }
  try {
    await insertVerification(tx, { ...row, decidedAt: null, decidedBy: null, reason: null })
  } catch (error) {
    throw isDuplicate(error) ? fail.alreadySubmitted() : error
  }
  await tell(context, 'verificationSubmitted', row)
  return { id, version: 1 }
}

export async function withdrawVerification(
  context: Context,
  { organisationId, verificationId }: { organisationId: string; verificationId: string },
  version: number,
): Promise<Changed> {
  const { tx, city, actor, now } = context
  const row = await verificationById(tx, city, verificationId)
  if (row?.organisationId !== organisationId) throw fail.noOrganisation()
  requireFresh(row.version === version)
  if (row.status !== 'submitted') throw fail.alreadyDecided()
  const ending = { status: 'withdrawn', reason: null, decidedAt: now(), decidedBy: actor.personId } as const
  requireFresh(await endVerification(tx, row, ending))
  await tell(context, 'verificationWithdrawn', row)
  return { id: verificationId, version: version + 1 }
}

async function inChargeOf({ tx, city, actor }: Context, id: string): Promise<VerificationRow> {
  const row = await verificationById(tx, city, id)
  if (!row || !inCharge(actor, row.district)) throw fail.noOrganisation()
  return row
}

/** Everything an officer needs to decide, on one screen. */
export async function openVerification(context: Context, id: string): Promise<VerificationFile> {
  const row = await inChargeOf(context, id)
  const organisation = await organisationInCharge(context, row.organisationId)
  return {
    verification: await verificationView(row, context),
    organisation: await record(organisation, context),
    ...dueView(row.dueOn, row.status, dayOf(context.now())),
    checks: await checksOf(context, organisation),
    mayDecide: row.status === 'submitted' && !(await isOwnCase(context, row.organisationId)),
  }
}

/**
 * The decision on an application. Acceptance makes the organisation verified from today, is counted in the ledger and
 * shows it to the public.
 */
export async function decideVerification(
  context: Context,
  id: string,
  { decision, reason, version }: z.output<typeof DecisionBody>,
): Promise<Changed> {
  const { tx, actor, now } = context
  const row = await inChargeOf(context, id)
  await refuseOwnCase(context, row.organisationId)
  requireFresh(row.version === version)
  if (row.status !== 'submitted') throw fail.alreadyDecided()
  if (decision === 'refused' && !reason) throw fail.reasonMissing()
  const ending = { status: decision, reason: reason || null, decidedAt: now(), decidedBy: actor.personId }
  requireFresh(await endVerification(tx, row, ending))
  if (decision === 'accepted') await accept(context, row)
  await tell(context, decision === 'accepted' ? 'organisationVerified' : 'verificationRefused', row)
  return { id, version: version + 1 }
}

async function accept(context: Context, { id, organisationId, district, round }: VerificationRow): Promise<void> {
  const today = dayOf(context.now())
  const source = { source: 'registry.verification', sourceId: id }
  const period = { fromOn: today, untilOn: null }
  await recordStandingFact(context, { organisationId, kind: 'verified', detail: { round }, ...period, ...source })
  const kind = 'registry.organisationVerified' as const
  await append(context, { kind, occurredOn: today, sourceId: id, organisationId, district })
}
