const DAY = 86_400_000
const DASH = 45
const ZERO = 48
/** Days from 1 March of the year 0, where the leap day ends the year, to 1 January 1970. */
const TO_1970 = 719_468
/** Days from 1 March to the first of each month. */
const FROM_MARCH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275]

/** Whether a text is a date such as 2026-11-21. Every month may have 31 days; those it has not belong to the next. */
export const isDay = (text: string): boolean => !Number.isNaN(readIsoDay(text))

/** A date that cannot be read is as good as none. */
export const readDay = (text: string | undefined): string | undefined =>
  text !== undefined && isDay(text) ? text : undefined

/** Whole days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round(dayOf(to) - dayOf(from))

/** The year of an ISO date. */
export const yearOf = (day: string): number => digits(day, 0) * 100 + digits(day, 2)

/** Days since 1970-01-01; with a fraction for an instant that is more than a date. */
export function dayOf(text: string): number {
  const day = readIsoDay(text)
  return Number.isNaN(day) ? Date.parse(text) / DAY : day
}

/** Days since 1970-01-01 as `Date.parse` counts them, in a fraction of its time; NaN for what is no ISO date. */
function readIsoDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN
  const century = digits(text, 0)
  const yearOfCentury = digits(text, 2)
  const month = digits(text, 5)
  const day = digits(text, 8)
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN
  const year = century * 100 + yearOfCentury - (month <= 2 ? 1 : 0)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + FROM_MARCH[month - 1]! + day - 1 - TO_1970
}

/** Two digits as a number, -1 for anything else. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}
