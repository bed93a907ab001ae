import { v7 } from 'uuid'

/** Time and ids come from outside, so that tests and simulations repeat exactly. */
export interface Clock {
  now: () => Date
  /** UUID version 7 of the present instant. */
  newId: () => string
}

export const systemClock: Clock = { now: () => new Date(), newId: () => v7() }

/** The day of an instant in Beijing (UTC+8 all year), as `2026-03-01`. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
