import { Day, Id, Instant, platformFailures } from '@renshu/contracts'
import { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import { readCursor } from '../../../platform/pages.ts'

const Places = { day: z.tuple([Day, Id]), instant: z.tuple([Instant, Id]) }

/**
 * Where a page ended of a list sorted by a day or an instant, and an id.
 * @throws platform.badCursor
 */
export function placeOf(cursor: string | undefined, by: keyof typeof Places): [string, string] | undefined {
  const values = readCursor(cursor, 2)
  if (!values) return undefined
  const place = Places[by].safeParse(values)
  if (!place.success) throw new AppError(platformFailures.badCursor)
  return place.data
}
