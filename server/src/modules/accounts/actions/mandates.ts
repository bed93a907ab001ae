import { type Mandate, type MandatePurpose, platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { checkPeriod, ownId } from '../rules.ts'
import { findPerson } from '../store/people.ts'
import type { MayAct } from '../identify.ts'
import {
  answerMandate,
  endMandate,
  findReceived,
  type GivenMandate,
  insertMandate,
  type MandateRow,
  mandatesOf,
} from '../store/mandates.ts'

const shown = (row: GivenMandate): Mandate => ({
  id: row.id,
  principalId: row.organisationId!,
  agentId: row.agentOrganisationId!,
  purposes: row.purposes,
  from: row.fromDay,
  until: row.untilDay,
  givenBy: row.givenBy,
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  declinedAt: row.declinedAt?.toISOString() ?? null,
  answeredBy: row.answeredBy,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
})

export async function listMandates(context: Context, organisationId: string) {
  const all = await context.asSystem(() => mandatesOf(context, organisationId))
  const isGiven = (row: GivenMandate) => row.organisationId === organisationId
  return { given: all.filter(isGiven).map(shown), received: all.filter((row) => !isGiven(row)).map(shown) }
}

interface Terms {
  agentId: string
  purposes: MandatePurpose[]
  from?: string | undefined
  until: string
}

/** @throws platform.agentBarred unless the agency may act for others now */
async function requireStanding(context: Context, agentId: string, mayAct: MayAct): Promise<void> {
  const { tx, city, now } = context
  if (!(await context.asSystem(() => mayAct(tx, city, agentId, now()))))
    throw new AppError(platformFailures.agentBarred)
}

/**
 * Offers an agency a mandate; it holds when the agency has accepted it.
 * @throws accounts.mandateToSelf, accounts.mandatePeriod, platform.agentBarred
 */
export async function giveMandate(
  context: Context,
  organisationId: string,
  { agentId, purposes, from, until }: Terms,
  mayAct: MayAct,
): Promise<Mandate> {
  if (agentId === organisationId) throw fail.mandateToSelf()
  const fromDay = from ?? dayOf(context.now())
  checkPeriod(fromDay, until, context.now())
  await requireStanding(context, agentId, mayAct)
  const terms = { purposes: [...new Set(purposes)], fromDay, untilDay: until, givenByPersonId: ownId(context) }
  const row = await insertMandate(context, { organisationId, agentOrganisationId: agentId }, terms, null)
  await tell(context, 'accounts.mandateOffered', partiesOf(row))
  const { name: givenBy } = (await findPerson(context, ownId(context)))!
  return shown({ ...row, givenBy, answeredBy: null })
}

export async function withdrawMandate(context: Context, organisationId: string, mandateId: string): Promise<void> {
  const ended = await endMandate(context, mandateId, { organisationId }, ownId(context))
  if (!ended) throw new AppError(platformFailures.notFound)
  await tell(context, 'accounts.mandateWithdrawn', { ...partiesOf(ended), by: 'client' })
}

/**
 * A mandate the agency was given and that is not over.
 * @throws accounts.mandateOver
 */
async function receivedBy(context: Context, agentId: string, mandateId: string) {
  const mandate = await findReceived(context, mandateId, agentId)
  if (!mandate) throw new AppError(platformFailures.notFound)
  if (mandate.withdrawnAt || mandate.declinedAt || mandate.untilDay < dayOf(context.now())) throw fail.mandateOver()
  return mandate
}

/**
 * The agency takes what it was offered; a second time changes nothing.
 * @throws accounts.mandateOver, platform.agentBarred
 */
export async function acceptMandate(
  context: Context,
  agentId: string,
  mandateId: string,
  mayAct: MayAct,
): Promise<void> {
  const mandate = await receivedBy(context, agentId, mandateId)
  if (mandate.acceptedAt) return
  await requireStanding(context, agentId, mayAct)
  await answerMandate(context, mandateId, 'accepted', ownId(context))
  await tell(context, 'accounts.mandateGiven', partiesOf(mandate))
}

/**
 * The agency refuses what it was offered, or lays down what it had accepted.
 * @throws accounts.mandateOver
 */
export async function declineMandate(context: Context, agentId: string, mandateId: string): Promise<void> {
  const mandate = await receivedBy(context, agentId, mandateId)
  await answerMandate(context, mandateId, 'declined', ownId(context))
  const kind = mandate.acceptedAt ? 'accounts.mandateWithdrawn' : 'accounts.mandateDeclined'
  await tell(context, kind, { ...partiesOf(mandate), by: 'agency' })
}

const partiesOf = ({ id, organisationId, agentOrganisationId }: MandateRow) => ({
  mandateId: id,
  organisationId: organisationId!,
  agentOrganisationId: agentOrganisationId!,
})

const tell = ({ tx, city, now }: Context, kind: string, payload: Record<string, string>) =>
  emit(tx, { city, kind, payload, happenedAt: now() })
