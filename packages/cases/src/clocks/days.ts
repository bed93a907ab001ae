import { readDay, writeDay } from '@renshu/policy'

/** Whether a day is worked; undefined in a year that has not been announced. */
export type Calendar = (day: string) => boolean | undefined
export type Unit = 'workingDays' | 'days'

/** No clock is longer; a calendar without working days must not hold up the server. */
const FARTHEST = 20_000

export const dayAfter = (day: string, count: number): string => writeDay(readDay(day)! + count)

/**
 * The last of `count` days that follow a day, which itself does not count (民法典 art. 201).
 * @returns undefined where that lies in a year not announced
 */
export function lastDay(unit: Unit, from: string, count: number, calendar: Calendar): string | undefined {
  if (unit === 'days') return dayAfter(from, count)
  let day = from
  let left = count
  for (let far = 0; left > 0 && far < FARTHEST; far++) {
    day = dayAfter(day, 1)
    const isWorked = calendar(day)
    if (isWorked === undefined) return undefined
    if (isWorked) left--
  }
  return left > 0 ? undefined : day
}

/** How many days follow a day up to another, which counts; undefined where one lies in a year not announced. */
export function daysBetween(unit: Unit, from: string, until: string, calendar: Calendar): number | undefined {
  if (unit === 'days') return Math.max(0, readDay(until)! - readDay(from)!)
  let count = 0
  for (let day = from; day < until;) {
    day = dayAfter(day, 1)
    const isWorked = calendar(day)
    if (isWorked === undefined) return undefined
    if (isWorked) count++
  }
  return count
}
