import { maskMobile } from '@renshu/codes'
import type { HeldTalent } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { endTalent } from '../keeping.ts'
import { cardsOf } from '../show/cards.ts'
import { keptPage, keptTalent } from '../store/held.ts'

/** Profiles an agency keeps, also those whose consent has ended: they are shown to be dropped or asked for again. */
export async function listHeld(
  context: Context,
  organisationId: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: HeldTalent[]; next: string | null; total: number }> {
  const { tx, city, secrets } = context
  const page = await keptPage(tx, city, organisationId, query)
  const cards = await cardsOf(context, page.items, { namedFor: new Set(page.items.map(({ id }) => id)) })
  const items = page.items.map(({ phoneSealed, consentOn, consentUntil, sourceId, version }, at) => ({
    ...cards[at]!,
    phone: phoneSealed && maskMobile(secrets.open(phoneSealed)),
    consentOn: consentOn!,
    consentUntil: consentUntil!,
    sourceId,
    version,
  }))
  return { ...page, items }
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
