const DAY = 86_400_000
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a real ISO date such as 2026-11-21. */
export const isDay = (text: string): boolean => ISO_DATE.test(text) && !Number.isNaN(Date.parse(text))

/** A date that cannot be read is as good as none. */
export const readDay = (text: string | undefined): string | undefined =>
  text !== undefined && isDay(text) ? text : undefined

/** Whole days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
