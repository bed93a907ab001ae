/** Days are counted from 1970-01-01, so that they compare and subtract like numbers. */

const DAY_MS = 86_400_000
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

/** `2025-04-26` as a number of days; undefined for a day that is in no calendar. */
export function readDay(text: string): number | undefined {
  const [, year, month, day] = FORM.exec(text) ?? []
  if (!day) return undefined
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  // The 31st of a short month would be a day of the next one.
  return new Date(time).getUTCDate() === Number(day) && Number(month) <= 12 ? time / DAY_MS : undefined
}

export const writeDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()

/** The same day of the month, or the last one of a month that lacks it (民法典 art. 202). */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + months
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY_MS
}

/** How many whole months lie between; below zero when `to` is before `from`. */
export function fullMonths(from: number, to: number): number {
  const start = new Date(from * DAY_MS)
  const end = new Date(to * DAY_MS)
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth()
  return addMonths(from, months) <= to ? months : months - 1
}
