const ZONE_MS = 8 * 3_600_000

/** An instant as a field for date and time shows it, in Beijing whatever the browser's own zone. */
export const fieldOf = (instant: string): string =>
  instant === '' ? '' : new Date(Date.parse(instant) + ZONE_MS).toISOString().slice(0, 16)

/** What was typed in such a field as an instant; empty while it is not whole. */
export const instantOf = (field: string): string => {
  const at = Date.parse(`${field}:00+08:00`)
  return Number.isNaN(at) ? '' : new Date(at).toISOString()
}
