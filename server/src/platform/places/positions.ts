import { platformFailures } from '@renshu/contracts'
import type { Position } from '@renshu/search'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { cursorOf, readCursor } from '../pages.ts'

const Place = z.tuple([z.number(), z.string(), z.int().min(0), z.iso.date()])

/**
 * Where a page of an index in memory begins.
 * @throws platform.badCursor
 */
export function readPosition(cursor: string | undefined): Position | undefined {
  const values = readCursor(cursor, 4)
  if (!values) return undefined
  const place = Place.safeParse(values)
  if (!place.success) throw new AppError(platformFailures.badCursor)
  const [key, id, attempt, on] = place.data
  return { key, id, attempt, on }
}

/** The cursor that leads on from a page; null behind the last one. */
export const positionCursor = (next: Position | null): string | null =>
  next && cursorOf([next.key, next.id, next.attempt, next.on])
