import { platformFailures, type UnmetFilter } from '@renshu/contracts'
import { z } from 'zod'
import { dayOf } from '../../../../platform/clock.ts'
import { AppError } from '../../../../platform/errors.ts'
import type { Context } from '../../../../platform/http/index.ts'
import { pageOf, readCursor, readPlace } from '../../../../platform/pages.ts'
import { littleFound } from '../../settings.ts'
import { filterName } from '../facets.ts'
import { askedSince, filtersSince } from './store.ts'

const DAY = 86_400_000
/** Days looked back. */
const WINDOW = 30
const Place = z.tuple([z.int(), z.string()])
const FilterPlace = z.tuple([z.int(), z.string(), z.string()])
const sinceOf = ({ now }: Pick<Context, 'now'>): string => dayOf(new Date(now().getTime() - WINDOW * DAY))

/**
 * What people searched for in the last thirty days, the most frequent first; `little` leaves what finds enough aside.
 * @throws platform.badCursor
 */
export async function listUnmet(
  context: Context,
  { little, limit, cursor }: { little: boolean; limit: number; cursor?: string | undefined },
) {
  const { tx, city, now } = context
  const values = readCursor(cursor, 2)
  const place = values && Place.safeParse(values)
  if (place && !place.success) throw new AppError(platformFailures.badCursor)
  const [times, text] = place?.data ?? []
  const { rows, total } = await askedSince(tx, city, {
    since: sinceOf(context),
    mostFound: little ? littleFound(context, dayOf(now())) : undefined,
    limit,
    after: times === undefined || text === undefined ? undefined : { times, text },
  })
  return pageOf(rows, limit, total, (last) => [last.times, last.text])
}

/**
 * Filters of searches that found little in the last thirty days, the most frequent first.
 * @throws platform.badCursor
 */
export async function listUnmetFilters(
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const { tx, city, language } = context
  const page = { since: sinceOf(context), limit, after: readPlace(cursor, FilterPlace) }
  const { rows, total } = await filtersSince(tx, city, page)
  const { items, ...rest } = pageOf(rows, limit, total, (last) => [last.little, last.kind, last.code])
  return {
    ...rest,
    items: items.map((row): UnmetFilter => ({ ...row, name: filterName(row.kind, row.code, language) })),
  }
}
