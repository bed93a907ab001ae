import { randomBytes } from 'node:crypto'

/** Time and ids, handed in from outside, so that tests and simulations repeat exactly. */
export interface Clock {
  now: () => Date
  /** UUID version 7 of the present instant. */
  newId: () => string
}

/**
 * Ids of version 7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within one, 62 bits by chance. Each is above
 * the one before, also within a millisecond and where the clock is set back.
 * @param now milliseconds since 1970
 */
export function idMaker(now: () => number): () => string {
  let last = 0
  let count = 0
  return () => {
    const bytes = randomBytes(10)
    const at = now()
    if (at > last) {
      last = at
      // Half of the room is left for those that follow in the same millisecond.
      count = bytes.readUInt16BE(8) & 0x7ff
    } else if (++count > 0xfff) {
      last++
      count = 0
    }
    const time = last.toString(16).padStart(12, '0')
    const chance = bytes.subarray(0, 8)
    chance[0] = (chance[0]! & 0x3f) | 0x80
    const rest = chance.toString('hex')
    const counted = (0x7000 | count).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-${counted}-${rest.slice(0, 4)}-${rest.slice(4)}`
  }
}

const DAY = 86_400_000

/** The clock of the machine; on a development server some whole days ahead, so that schedules keep their hours. */
export function machineClock(daysAhead: number): Clock {
  const now = () => Date.now() + daysAhead * DAY
  return { now: () => new Date(now()), newId: idMaker(now) }
}

export const systemClock: Clock = machineClock(0)

/** An instant of ours as clocks tell it that nobody puts ahead: authenticators, stores of files. */
export const outside = (instant: Date, daysAhead: number): Date => new Date(instant.getTime() - daysAhead * DAY)

/** The same day some months later, or the last one of a month that lacks it (民法典 art. 202). */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

/** The day of an instant in Beijing (UTC+8 all year), as `2026-03-01`. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
