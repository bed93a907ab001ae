const YEAR = 366 * 86_400_000
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Whether a posting published today may be shown until a day: after today, within a year. */
export const isLastDay = (day: string, today: string): boolean => day > today && day <= dayAt(Date.parse(today) + YEAR)
