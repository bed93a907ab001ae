/** The last day of a month `2026-02`: `2026-02-28`. */
export const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

/** Values of all districts added up by month, months in order. */
export function byMonth(totals: readonly { month: string; value: number }[]): { months: string[]; values: number[] } {
  const sums = new Map<string, number>()
  for (const { month, value } of totals) sums.set(month, (sums.get(month) ?? 0) + value)
  const months = [...sums.keys()].sort()
  return { months, values: months.map((month) => sums.get(month) ?? 0) }
}
