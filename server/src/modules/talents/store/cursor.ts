import { Day, Id, Instant, platformFailures } from '@renshu/contracts'
import { z } from 'zod'
import { AppError } from '../../../platform/errors.ts'
import { readCursor } from '../../../platform/pages.ts'

const SHAPES = { day: Day, instant: Instant }

/**
 * Where a page of a list sorted by `[value, id]` begins.
 * @throws platform.badCursor also for values the database would not read
 */
export function placeIn(cursor: string | undefined, kind: keyof typeof SHAPES): [string, string] | undefined {
  const values = readCursor(cursor, 2)
  if (!values) return undefined
  const place = z.tuple([SHAPES[kind], Id]).safeParse(values)
  if (!place.success) throw new AppError(platformFailures.badCursor)
  return place.data
}
