const DAY = 86_400_000

/** Whole days from one day to another, 0 for the same. */
export const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY

export const dayAfterDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/**
 * The warning whose turn it is when `left` days remain, as its own number of days: the last one begun. Warnings that a
 * late confirmation or nights without a server skipped are not made up for.
 * @example noticeDue([60, 30, 7], 25) // 30
 */
export const noticeDue = (noticeDays: readonly number[], left: number): number | undefined =>
  noticeDays.filter((days) => left <= days).toSorted((a, b) => a - b)[0]
