import type { Ending } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import { firstNoticeDays } from '../settings.ts'
import { placeOf } from '../store/cursor.ts'
import { dayAfterDays, daysBetween } from './rules.ts'
import { endingPage, type EndingRow, type EndingWithin, listEnding } from './store.ts'

/** The days in which papers that end are told of: from today to as far as the first warning reaches. */
export function soon(place: Pick<Context, 'cities' | 'city'>, today: string): EndingWithin {
  return { from: today, until: dayAfterDays(today, firstNoticeDays(place, today)) }
}

const shown =
  (today: string) =>
  ({ id, kind, number, validUntil }: EndingRow): Ending => ({
    id,
    kind,
    number,
    validUntil,
    daysLeft: daysBetween(today, validUntil),
  })

/** What ends soon at one organisation. */
export async function endingOf(context: Context, organisationId: string): Promise<Ending[]> {
  const today = dayOf(context.now())
  const rows = await listEnding(context.tx, context.city, { ...soon(context, today), organisationId })
  return rows.map(shown(today))
}

/** What ends soon in the officer's district or city, the first to end first. */
export async function listEndingSoon(
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const today = dayOf(context.now())
  const within = { ...soon(context, today), district: context.actor.officer?.district ?? null }
  const after = placeOf(cursor, 'day')
  const { rows, total } = await endingPage(context.tx, context.city, within, { limit, after })
  const page = pageOf(rows, limit, total, ({ validUntil, id }) => [validUntil, id])
  const of = shown(today)
  return {
    ...page,
    items: page.items.map((row) => {
      const { organisationId, name, district } = row
      return { ...of(row), organisationId, name, district }
    }),
  }
}
