import { maskMobile } from '@renshu/codes'
import { type HeldTalent, platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { askBy, endTalent, saidToday } from '../keeping.ts'
import { isAskedAgain } from '../rules.ts'
import { cardsOf } from '../show/cards.ts'
import { keptPage, keptTalent } from '../store/held.ts'
import { updateTalent } from '../store/talents.ts'

/** Profiles an agency keeps, also those whose consent has ended: they are shown to be dropped or asked for again. */
export async function listHeld(
  context: Context,
  organisationId: string,
  query: { limit: number; cursor?: string | undefined; askAgain?: boolean | undefined },
): Promise<{ items: HeldTalent[]; next: string | null; total: number }> {
  const { tx, city, secrets, now } = context
  const on = dayOf(now())
  const page = await keptPage(tx, city, organisationId, { ...query, on, askBy: askBy(context, on) })
  const cards = await cardsOf(context, page.items, { namedFor: new Set(page.items.map(({ id }) => id)) })
  const items = page.items.map(({ phoneSealed, consentOn, consentUntil, visibleUntil, sourceId, version }, at) => ({
    ...cards[at]!,
    phone: phoneSealed && maskMobile(secrets.open(phoneSealed)),
    consentOn: consentOn!,
    consentUntil: consentUntil!,
    askAgain: isAskedAgain({ visibleUntil, consentUntil }, { on, by: askBy(context, on) }),
    sourceId,
    version,
  }))
  return { ...page, items }
}

/** Whether somebody agrees, on a day, to be kept by an agency; also where his wish has lapsed. */
export async function isKeptBy(
  { tx, city }: Pick<Context, 'tx' | 'city'>,
  { agencyId, talentId }: { agencyId: string; talentId: string },
  on: string,
): Promise<boolean> {
  const row = await keptTalent(tx, city, agencyId, talentId)
  const until = row?.consentUntil
  return until ? until >= on : false
}

/**
 * The agency has asked somebody it keeps, who is still looking: it is the day of the wish. Until when he is kept stays
 * as he agreed to it.
 * @throws talents.noTalent, platform.stale
 */
export async function confirmHeld(
  context: Context,
  { organisationId: agencyId, talentId }: { organisationId: string; talentId: string },
  version: number,
): Promise<void> {
  const { tx, city, now } = context
  const row = await keptTalent(tx, city, agencyId, talentId)
  if (!row?.consentUntil || row.consentUntil < dayOf(now())) throw fail.noTalent()
  const said = { ...saidToday(context, row.consentUntil), changedAt: now() }
  if (!(await updateTalent(tx, { city, id: talentId, version }, said))) throw new AppError(platformFailures.stale)
}

/** @throws talents.noTalent */
export async function dropHeld(
  context: Context,
  { organisationId, talentId }: { organisationId: string; talentId: string },
): Promise<void> {
  const row = await keptTalent(context.tx, context.city, organisationId, talentId)
  if (!row) throw fail.noTalent()
  await context.asSystem(() => endTalent(context, row))
}
