/**
 * Which days are worked. Monday to Friday are, but for the days off and the weekends worked for them (调休), which the
 * State Council announces a year at a time: about a year that has not been announced nothing can be said.
 */
export interface Calendar {
  /** The years that have been announced, as `2026`. */
  years: ReadonlySet<string>
  daysOff: ReadonlySet<string>
  /** Saturdays and Sundays that are worked. */
  worked: ReadonlySet<string>
}

const DAY = 86_400_000

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The days from one to another, both included. */
export function daysWithin(from: string, until: string): string[] {
  const days: string[] = []
  for (let time = Date.parse(from); time <= Date.parse(until); time += DAY) days.push(dayAt(time))
  return days
}

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** Whether a day (`2026-10-10`) is worked; undefined in a year that has not been announced. */
export function isWorkingDay({ years, daysOff, worked }: Calendar, day: string): boolean | undefined {
  if (!years.has(day.slice(0, 4))) return undefined
  return worked.has(day) || !(isWeekend(day) || daysOff.has(day))
}

/** What was found before: a calendar never changes, and whole registers are dated by the same few hundred days. */
const FOUND = new WeakMap<Calendar, Map<string, string | undefined>>()
const MOST_FOUND = 10_000

/**
 * The last of `count` working days that follow a day; the day itself does not count.
 * @param count whole, 0 or more; 0 gives the day itself
 * @returns undefined where that lies in a year that has not been announced, or beyond one
 * @example addWorkingDays(calendar, '2026-09-30', 1) // 2026-10-08
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string | undefined {
  let known = FOUND.get(calendar)
  if (!known) FOUND.set(calendar, (known = new Map()))
  const key = `${day} ${count}`
  if (known.has(key)) return known.get(key)
  const found = findWorkingDay(calendar, day, count)
  if (known.size < MOST_FOUND) known.set(key, found)
  return found
}

function findWorkingDay(calendar: Calendar, day: string, count: number): string | undefined {
  let time = Date.parse(day)
  for (let left = count; left > 0;) {
    time += DAY
    const isWorked = isWorkingDay(calendar, dayAt(time))
    if (isWorked === undefined) return undefined
    if (isWorked) left--
  }
  return dayAt(time)
}

/**
 * How many working days follow a day up to another, which counts where it is worked; 0 where `until` is not later.
 * @returns undefined where a day between lies in a year that has not been announced
 * @example workingDaysBetween(calendar, '2026-09-30', '2026-10-10') // 3
 */
export function workingDaysBetween(calendar: Calendar, from: string, until: string): number | undefined {
  let count = 0
  for (const day of daysWithin(from, until).slice(1)) {
    const isWorked = isWorkingDay(calendar, day)
    if (isWorked === undefined) return undefined
    if (isWorked) count++
  }
  return count
}
