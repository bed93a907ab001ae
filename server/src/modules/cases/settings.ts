import { createHash, randomBytes } from 'node:crypto'
import type { Calendar } from '@renshu/cases'
import { isWorkingDay, parameter } from '../../city/index.ts'
import type { Services } from '../../platform/services.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
/** A fresh text for each seal, so that what is sealed cannot be guessed. */
export const newSalt = (): string => randomBytes(16).toString('hex')

const calendars = new WeakMap<object, Calendar>()

/** The city's calendar as the engine asks it. */
export function calendarOf({ cities, city }: Pick<Services, 'cities'> & { city: string }): Calendar {
  const calendar = cities.get(city)?.calendar
  if (!calendar) return () => undefined
  const known = calendars.get(calendar)
  if (known) return known
  const days = new Map<string, boolean | undefined>()
  const asked: Calendar = (day) => {
    if (!days.has(day)) days.set(day, isWorkingDay(calendar, day))
    return days.get(day)
  }
  calendars.set(calendar, asked)
  return asked
}

/** Files for one case at most. */
export const MOST_PAPERS = 60
/** Appointments to come that one person may have. */
export const MOST_BOOKINGS = 5
/** Days a form is kept since it was saved last, and days before that on which this is said. */
export const DRAFT_DAYS = 90
export const DRAFT_WARNING_DAYS = 7
/** Days ahead for which times are given. */
export const SLOT_DAYS = 14
/** Due within so many days is soon. */
export const SOON_DAYS = 3

const DAY = 86_400_000
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The first day of an end after which a notice is still public; without a number of the city only those of today. */
export function noticesSince({ cities, city }: Pick<Services, 'cities'> & { city: string }, today: string): string {
  const found = cities.get(city)
  return addDays(today, -((found && parameter(found, 'cases.noticePublicDays', today)?.value) ?? 0))
}
