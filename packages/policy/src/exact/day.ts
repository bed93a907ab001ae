/** Days are counted from 1970-01-01, so that they compare and subtract like numbers. */

const DAY_MS = 86_400_000
/** The farthest day a calendar knows; what lies beyond is put there. */
const FARTHEST = 100_000_000
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

const inCalendar = (day: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, day))

/** `2025-04-26` as a number of days; undefined for a day that is in no calendar. */
export function readDay(text: string): number | undefined {
  const [, year, month, day] = FORM.exec(text) ?? []
  if (!day) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // A day that is in no month, or in a year before 100, would be taken for another one.
  const isItself =
    date.getUTCDate() === Number(day) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCFullYear() === Number(year)
  return isItself ? date.getTime() / DAY_MS : undefined
}

/** @throws RangeError for a day that is in no calendar */
export function requireDay(written: string): number {
  const day = readDay(written)
  if (day === undefined) throw new RangeError(`“${written}” is no day`)
  return day
}

/** Of `T00:00:00.000Z`. */
const HOUR_LENGTH = 14

/** `2025-04-26`; years of five and more digits have a sign before them. */
export const writeDay = (day: number): string => new Date(inCalendar(day) * DAY_MS).toISOString().slice(0, -HOUR_LENGTH)

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()

export const addDays = (day: number, days: number): number => inCalendar(day + days)

/** The same day of the month, or the last one of a month that lacks it (民法典 art. 202). */
export function addMonths(day: number, months: number): number {
  if (Math.abs(months) > FARTHEST / 31) return Math.sign(months) * FARTHEST
  const date = new Date(inCalendar(day) * DAY_MS)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + months
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const added = Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY_MS
  return Number.isNaN(added) ? Math.sign(months) * FARTHEST : inCalendar(added)
}

/** How many whole months lie between; below zero when `to` is before `from`. */
export function fullMonths(from: number, to: number): number {
  const start = new Date(inCalendar(from) * DAY_MS)
  const end = new Date(inCalendar(to) * DAY_MS)
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth()
  return addMonths(from, months) <= to ? months : months - 1
}
