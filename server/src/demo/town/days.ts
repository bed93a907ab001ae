const DAY = 86_400_000

/** A day so many days after another, as `2026-03-01`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The last day of a period of whole years that begins on a day. */
export function lastDayOfYears(from: string, years: number): string {
  const year = Number(from.slice(0, 4)) + years
  // 29 February has no anniversary in most years: the period ends with February.
  return addDays(from.endsWith('-02-29') ? `${year}-03-01` : `${year}${from.slice(4)}`, -1)
}

/** An instant in office hours of a day in Beijing; `minute` 0 to 479 counts from nine in the morning. */
export const officeHour = (day: string, minute: number): Date =>
  new Date(Date.parse(`${day}T01:00:00Z`) + minute * 60_000)
