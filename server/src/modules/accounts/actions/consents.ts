import { platformFailures } from '@renshu/contracts'
import type { Tx } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { ownId } from '../rules.ts'
import * as store from '../store/consents.ts'

type Row = NonNullable<Awaited<ReturnType<typeof store.findConsent>>>

const shown = ({ givenAt, withdrawnAt, ...consent }: Row) => ({
  ...consent,
  recipient: consent.recipient as 'bureau',
  givenAt: givenAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

export async function listConsents(context: Context) {
  return { items: (await store.listConsents(context, ownId(context))).map(shown) }
}

/** Consent to new words replaces consent to older ones; the same again changes nothing. */
export async function giveConsent(
  context: Context,
  { purpose, recipient, textVersion }: { purpose: string; recipient: string; textVersion: string },
) {
  const personId = ownId(context)
  const before = await store.findConsent(context, personId, purpose, recipient)
  if (before?.textVersion === textVersion) return shown(before)
  if (before) await store.endConsents(context, personId, before.id)
  await store.insertConsent(context, { personId, purpose, recipient, textVersion })
  const payload = { personId, purpose, recipient }
  await emit(context.tx, { city: context.city, kind: 'accounts.consentGiven', payload, happenedAt: context.now() })
  return shown((await store.findConsent(context, personId, purpose, recipient))!)
}

export async function withdrawConsent(context: Context, consentId: string): Promise<void> {
  const personId = ownId(context)
  if (!(await store.endConsents(context, personId, consentId))) throw new AppError(platformFailures.notFound)
  const payload = { personId, consentId }
  await emit(context.tx, { city: context.city, kind: 'accounts.consentWithdrawn', payload, happenedAt: context.now() })
}

/** Withdraws the consent to one purpose and recipient, where there is one. */
export async function withdrawConsentTo(context: Context, purpose: string, recipient: string): Promise<void> {
  const found = await store.findConsent(context, ownId(context), purpose, recipient)
  if (found) await withdrawConsent(context, found.id)
}

/**
 * Whether a person's consent to one purpose and recipient is in force. Runs in scope `system` or in the person's.
 * @param recipient `bureau`, `platform`, or the id of an organisation
 */
export async function hasConsent(
  { tx, city }: { tx: Tx; city: string },
  personId: string,
  purpose: string,
  recipient: string,
): Promise<boolean> {
  return (await store.findConsent({ tx, city }, personId, purpose, recipient)) !== undefined
}
