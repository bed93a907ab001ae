import { platformFailures } from '@renshu/contracts'
import { z } from 'zod'
import { dayOf } from '../../../../platform/clock.ts'
import { AppError } from '../../../../platform/errors.ts'
import type { Context } from '../../../../platform/http/index.ts'
import { pageOf, readCursor } from '../../../../platform/pages.ts'
import { askedSince } from '../store.ts'

const DAY = 86_400_000
/** Days looked back. */
const WINDOW = 30
/** So many postings are few. */
const FEW = 5
const Place = z.tuple([z.int(), z.string()])

/**
 * What people searched for in the last thirty days, the most frequent first; `little` leaves what finds enough aside.
 * @throws platform.badCursor
 */
export async function listUnmet(
  { tx, city, now }: Context,
  { little, limit, cursor }: { little: boolean; limit: number; cursor?: string | undefined },
) {
  const values = readCursor(cursor, 2)
  const place = values && Place.safeParse(values)
  if (place && !place.success) throw new AppError(platformFailures.badCursor)
  const [times, text] = place?.data ?? []
  const { rows, total } = await askedSince(tx, city, {
    since: dayOf(new Date(now().getTime() - WINDOW * DAY)),
    mostFound: little ? FEW : undefined,
    limit,
    after: times === undefined || text === undefined ? undefined : { times, text },
  })
  return pageOf(rows, limit, total, (last) => [last.times, last.text])
}
