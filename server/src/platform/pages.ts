import { platformFailures } from '@renshu/contracts'
import type { z } from 'zod'
import { AppError } from './errors.ts'

/** Where a page ended: the sort values of its last row. Opaque to the caller, who cannot reach more by changing it. */
export type Cursor = readonly (string | number)[]

export const cursorOf = (values: Cursor): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** @throws platform.badCursor unless it is one of ours with `length` values, where that is given, which hold no NUL: no column keeps one */
export function readCursor(text: string | undefined, length?: number): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const isOurs =
      Array.isArray(values) &&
      (length === undefined || values.length === length) &&
      values.every((value) => typeof value === 'number' || (typeof value === 'string' && !value.includes('\0')))
    if (isOurs) return values as Cursor
  } catch {
    // Falls through to the failure below.
  }
  throw new AppError(platformFailures.badCursor)
}

/**
 * The number at which a page of a list sorted by one number ended.
 * @throws platform.badCursor
 */
export function readNumberCursor(text: string | undefined): number | undefined {
  const value = readCursor(text, 1)?.[0]
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value))) return value
  throw new AppError(platformFailures.badCursor)
}

/**
 * Where a page of a list sorted by several values ended.
 * @param place a tuple of what each of them is
 * @throws platform.badCursor
 */
export function readPlace<T>(text: string | undefined, place: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined
  const read = place.safeParse(readCursor(text))
  if (read.success) return read.data
  throw new AppError(platformFailures.badCursor)
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/**
 * The id at which a page of a list sorted by ids ended: those of version 7 ascend with time.
 * @throws platform.badCursor
 */
export function readIdCursor(text: string | undefined): string | undefined {
  const value = readCursor(text, 1)?.[0]
  if (value === undefined || (typeof value === 'string' && ID.test(value))) return value
  throw new AppError(platformFailures.badCursor)
}

/** Cuts rows, of which one more than the limit was read, into a page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  total: number,
  end: (last: T) => Cursor,
): { items: T[]; next: string | null; total: number } {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? cursorOf(end(items.at(-1)!)) : null, total }
}
