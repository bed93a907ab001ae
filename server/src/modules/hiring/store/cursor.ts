import { Id, Instant, platformFailures } from '@renshu/contracts'
import { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import { readCursor } from '../../../platform/pages.ts'

const Place = z.tuple([Instant, Id])

/**
 * Where a page ended of a list sorted by an instant and an id.
 * @throws platform.badCursor
 */
export function placeOf(cursor: string | undefined): [string, string] | undefined {
  const values = readCursor(cursor, 2)
  if (!values) return undefined
  const place = Place.safeParse(values)
  if (!place.success) throw new AppError(platformFailures.badCursor)
  return place.data
}
