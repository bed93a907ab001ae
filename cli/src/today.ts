import { Stop } from './failure/stop.ts'

/** Today on the wall calendar of this machine. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** A day as it was typed, today when nothing was. @throws Stop (usage) */
export function checkDay(option: string, given: string | undefined): string {
  if (given === undefined) return today()
  const time = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== given)
    throw new Stop('usage', (m) => m.usage.notADate(option, given))
  return given
}
