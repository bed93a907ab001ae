import { platformFailures } from '@renshu/contracts'
import type { Tx } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { ownId } from '../rules.ts'
import * as store from '../store/consents.ts'
import type { Desk } from '../tables.ts'

type Row = NonNullable<Awaited<ReturnType<typeof store.findConsent>>>

const shown = ({ givenAt, withdrawnAt, recordedByPersonId, ...consent }: Row) => ({
  ...consent,
  onPaper: recordedByPersonId !== null,
  recipient: consent.recipient as 'bureau',
  givenAt: givenAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

export async function listConsents(context: Context) {
  return { items: (await store.listConsents(context, ownId(context))).map(shown) }
}

interface Given {
  purpose: string
  recipient: string
  textVersion: string
}

async function keepConsent(
  desk: Desk,
  personId: string,
  { purpose, recipient, textVersion }: Given,
  recordedByPersonId: string | null,
): Promise<Row> {
  const before = await store.findConsent(desk, personId, purpose, recipient)
  if (before?.textVersion === textVersion) return before
  if (before) await store.endConsents(desk, personId, before.id)
  await store.insertConsent(desk, { personId, purpose, recipient, textVersion, recordedByPersonId })
  const payload = { personId, purpose, recipient }
  await emit(desk.tx, { city: desk.city, kind: 'accounts.consentGiven', payload, happenedAt: desk.now() })
  return (await store.findConsent(desk, personId, purpose, recipient))!
}

/** Consent to new words replaces consent to older ones; the same again changes nothing. */
export async function giveConsent(context: Context, consent: Given) {
  return shown(await keepConsent(context, ownId(context), consent, null))
}

/** Consent signed on paper, as an officer recorded it. Scope `system`. */
export async function recordConsent(desk: Desk, personId: string, consent: Given, officerId: string): Promise<void> {
  await keepConsent(desk, personId, consent, officerId)
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
