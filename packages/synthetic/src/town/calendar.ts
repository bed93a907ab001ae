import { InvalidCity } from '../errors.ts'

/** Days around the one that the records are seen on. */
export type Calendar = {
  year: number
  /** The ISO date so many days after, or before when negative; two years back to half a year ahead. */
  day: (offset: number) => string
}

export const DAYS_BACK = 730
export const DAYS_AHEAD = 183
const DAY = 86_400_000
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** @throws InvalidCity for anything but a real ISO date */
export function makeCalendar(asOf: string): Calendar {
  const start = Date.parse(asOf)
  if (!ISO_DATE.test(asOf) || Number.isNaN(start) || isoDate(start) !== asOf) throw new InvalidCity('asOf', asOf)
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, at) => isoDate(start + (at - DAYS_BACK) * DAY))
  return { year: Number(asOf.slice(0, 4)), day: (offset) => days[offset + DAYS_BACK]! }
}
