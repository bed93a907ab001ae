import { readDay, writeDay } from '@renshu/policy'

/** Whether a day is worked; undefined in a year that has not been announced. */
export type Calendar = (day: string) => boolean | undefined
export type Unit = 'workingDays' | 'days'

/** No clock is longer; a calendar without working days must not hold up the server. */
const FARTHEST = 20_000

/** Written days by their number: clocks step through the same few years again and again. */
const written = new Map<number, string>()

function dayText(day: number): string {
  const before = written.get(day)
  if (before !== undefined) return before
  const text = writeDay(day)
  if (written.size < FARTHEST) written.set(day, text)
  return text
}

/**
 * The last of `count` days that follow a day, which itself does not count (民法典 art. 201).
 * @returns undefined where that lies in a year not announced
 */
export function lastDay(unit: Unit, from: string, count: number, calendar: Calendar): string | undefined {
  let day = readDay(from)!
  if (unit === 'days') return writeDay(day + count)
  let left = count
  for (let far = 0; left > 0 && far < FARTHEST; far++) {
    const isWorked = calendar(dayText(++day))
    if (isWorked === undefined) return undefined
    if (isWorked) left--
  }
  return left > 0 ? undefined : dayText(day)
}

/** How many days follow a day up to another, which counts; undefined where one lies in a year not announced. */
export function daysBetween(unit: Unit, from: string, until: string, calendar: Calendar): number | undefined {
  const [first, last] = [readDay(from)!, readDay(until)!]
  if (unit === 'days') return Math.max(0, last - first)
  let count = 0
  for (let day = first + 1; day <= last; day++) {
    const isWorked = calendar(dayText(day))
    if (isWorked === undefined) return undefined
    if (isWorked) count++
  }
  return count
}
