import { platformFailures, type SpecialGroup, type Talent, type talentsRoutes } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { giveConsent, hasConsent, withdrawConsentTo } from '../../accounts/index.ts'
import { dropClaims, GROUP_CONSENT } from '../consent.ts'
import { fail } from '../errors.ts'
import { personOf } from '../rules.ts'
import { type ClaimRow, claimsOf, insertClaim } from '../store/claims.ts'
import { ownFiles } from '../store/talents.ts'
import { requireOwn, showOwn } from './own.ts'

const isOpen = ({ status }: ClaimRow): boolean => status === 'claimed' || status === 'proved'

/**
 * Consent is the person's own: a helper may claim only where the person has agreed before.
 * @throws platform.notMandated
 */
async function requireConsent(context: Context): Promise<void> {
  const { purpose, recipient } = GROUP_CONSENT
  if (await hasConsent(context, personOf(context.actor), purpose, recipient)) return
  if (context.actor.forPersonId) throw new AppError(platformFailures.notMandated)
  await giveConsent(context, GROUP_CONSENT)
}

/** @throws talents.noProfile, talents.unknownDocument, talents.alreadyClaimed */
export async function claimGroup(
  context: Context,
  { group, documents }: z.output<typeof talentsRoutes.claimGroup.body>,
): Promise<Talent> {
  const { tx, city, actor, now, newId } = context
  const personId = personOf(actor)
  const talent = await requireOwn(context)
  const ids = [...new Set(documents)]
  if ((await ownFiles(tx, city, personId, ids)).length < ids.length) throw fail.unknownDocument()
  const before = (await claimsOf(tx, city, personId)).find((claim) => claim.kind === group && isOpen(claim))
  // A proof that has run out may be renewed.
  if (before?.untilOn && before.untilOn < dayOf(now())) await dropClaims(context, personId, group)
  await requireConsent(context)
  const claim = { city, id: newId(), talentId: talent.id, personId, kind: group, district: talent.district }
  const undecided = { decidedAt: null, decidedBy: null, reason: null, untilOn: null }
  const isNew = await insertClaim(tx, { ...claim, documents: ids, status: 'claimed', claimedAt: now(), ...undecided })
  if (!isNew) throw fail.alreadyClaimed()
  const payload = { talentId: talent.id, claimId: claim.id }
  await emit(tx, { city, kind: 'talents.groupClaimed', payload, happenedAt: now() })
  return showOwn(context)
}

/** Takes back what was said about a group; with the last of them, the consent. @throws talents.noProfile */
export async function endGroup(context: Context, group: SpecialGroup): Promise<void> {
  const { tx, city, actor } = context
  const personId = personOf(actor)
  await requireOwn(context)
  await dropClaims(context, personId, group)
  if ((await claimsOf(tx, city, personId)).some(isOpen)) return
  await withdrawConsentTo(context, GROUP_CONSENT.purpose, GROUP_CONSENT.recipient)
}
