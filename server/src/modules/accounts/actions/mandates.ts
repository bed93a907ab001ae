import { type Mandate, type MandatePurpose, platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { checkPeriod, ownId } from '../rules.ts'
import { findPerson } from '../store/people.ts'
import type { MayAct } from '../identify.ts'
import { endMandate, type GivenMandate, insertMandate, mandatesOf } from '../store/mandates.ts'

const shown = (row: GivenMandate): Mandate => ({
  id: row.id,
  principalId: row.organisationId!,
  agentId: row.agentOrganisationId!,
  purposes: row.purposes,
  from: row.fromDay,
  until: row.untilDay,
  givenBy: row.givenBy,
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

/** @throws accounts.mandateToSelf, accounts.mandatePeriod, platform.agentBarred */
export async function giveMandate(
  context: Context,
  organisationId: string,
  { agentId, purposes, from, until }: Terms,
  mayAct: MayAct,
): Promise<Mandate> {
  if (agentId === organisationId) throw fail.mandateToSelf()
  const fromDay = from ?? dayOf(context.now())
  checkPeriod(fromDay, until, context.now())
  const { tx, city, now } = context
  if (!(await context.asSystem(() => mayAct(tx, city, agentId, now()))))
    throw new AppError(platformFailures.agentBarred)
  const terms = { purposes: [...new Set(purposes)], fromDay, untilDay: until, givenByPersonId: ownId(context) }
  const row = await insertMandate(context, { organisationId, agentOrganisationId: agentId }, terms)
  await tell(context, 'accounts.mandateGiven', { mandateId: row.id, organisationId, agentOrganisationId: agentId })
  const { name: givenBy } = (await findPerson(context, ownId(context)))!
  return shown({ ...row, givenBy })
}

export async function withdrawMandate(context: Context, organisationId: string, mandateId: string): Promise<void> {
  if (!(await endMandate(context, mandateId, { organisationId }, ownId(context))))
    throw new AppError(platformFailures.notFound)
  await tell(context, 'accounts.mandateWithdrawn', { mandateId, organisationId })
}

const tell = ({ tx, city, now }: Context, kind: string, payload: Record<string, string>) =>
  emit(tx, { city, kind, payload, happenedAt: now() })
