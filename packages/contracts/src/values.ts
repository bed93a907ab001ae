import { z } from 'zod'

/** ISO 8601 has a year 0, calendars and databases have none. */
const isAfterZero = (text: string): boolean => !text.startsWith('0000')

/** UUID version 7, made by the application; in small letters, as the database gives it back. */
export const Id = z.uuid().toLowerCase()
/** A day in Beijing time, `2026-03-01`. */
export const Day = z.iso.date().refine(isAfterZero)
/** An instant in UTC, `2026-03-01T01:00:00.000Z`. */
export const Instant = z.iso.datetime().refine(isAfterZero)
/** GB/T 2260 code of a city, e.g. `370200`. */
export const CityCode = z.string().regex(/^\d{4}00$/)
/** GB/T 2260 code of a district (区市), e.g. `370202`. */
export const DistrictCode = z.string().regex(/^\d{6}$/)
/** Counts up with every change of a record; a write carries the one it read, below the database's largest. */
export const Version = z.int().min(1).max(2_147_483_646)
/** Text of one line: trimmed, not empty, without control characters. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}]*$/u)
/** Text of several lines. */
export const lines = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}\n\r\t]*(?:[\n\r\t][^\p{Cc}\n\r\t]*)*$/u)

/** Query of a list that is read page by page. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before; opaque. */
  cursor: z.string().max(400).optional(),
})
/** One page: `next` is null at the end, `total` counts all pages. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().min(0) })
/** A page of a list that is counted up to a bound: where `atLeast` is true, there are more than `total`. */
export const boundedPage = <T extends z.ZodType>(item: T) => page(item).extend({ atLeast: z.boolean() })
/** The answer of a write that has nothing to tell. */
export const Done = z.object({ done: z.literal(true) })
