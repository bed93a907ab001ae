import type { Slot } from '@renshu/contracts'
import type { Calendar } from '@renshu/cases'
import { addDays, SLOT_DAYS } from '../settings.ts'
import type { CounterRow, Hours } from '../tables.ts'

const MINUTE = 60_000
/** Beijing is eight hours ahead all year. */
const AHEAD = 8 * 60 * MINUTE

/** Before it databases have no instants. */
const FIRST = Date.parse('0001-01-01')
/** The instant at which a day begins in Beijing. */
export const beginOf = (day: string): Date => new Date(Math.max(FIRST, Date.parse(day) - AHEAD))
const DAY = 24 * 60 * MINUTE
/** The instant at which it ends. */
export const endOf = (day: string): Date => new Date(beginOf(day).getTime() + DAY)
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
/** 1 Monday to 7 Sunday. */
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

/** Whether a counter keeps some hours on a day: working days are the calendar's, after hours also other days. */
function isKept({ weekday, afterHours }: Hours, day: string, calendar: Calendar): boolean {
  const isWorked = calendar(day)
  if (afterHours) return weekday === weekdayOf(day)
  // A weekend that is worked keeps the hours of Monday; nobody wrote any for it.
  const own = isWorked && weekdayOf(day) > 5 ? 1 : weekdayOf(day)
  return isWorked === true && weekday === own
}

export type Time = Pick<Slot, 'startsAt' | 'minutes' | 'afterHours'>

/** The times of a counter on some days, whether free or not. */
export function timesOf(
  { hours, minutes }: Pick<CounterRow, 'hours' | 'minutes'>,
  from: string,
  calendar: Calendar,
): Time[] {
  const times: Time[] = []
  for (let ahead = 0; ahead < SLOT_DAYS; ahead++) {
    const day = addDays(from, ahead)
    for (const own of hours.filter((one) => isKept(one, day, calendar)))
      for (let at = minutesOf(own.from); at + minutes <= minutesOf(own.until); at += minutes)
        times.push({
          startsAt: new Date(beginOf(day).getTime() + at * MINUTE).toISOString(),
          minutes,
          afterHours: own.afterHours,
        })
  }
  return times.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
