import type { Move } from './take.ts'
import { addDays } from './clock.ts'

/** Longest time an offer waits, and in which work begins. */
const LONGEST_OFFER = 60
const LATEST_START = 366

const isWithin = (day: string, from: string, until: string): boolean => from <= day && day <= until

/**
 * The day of a step that will not do: an offer lies ahead, work that began lies behind.
 * @param begunOn the day the process began
 */
export function badDayOf(move: Move, today: string, begunOn: string): string | undefined {
  if (move.step === 'offer') {
    if (!isWithin(move.startOn, today, addDays(today, LATEST_START))) return move.startOn
    return isWithin(move.answerBy, today, addDays(today, LONGEST_OFFER)) ? undefined : move.answerBy
  }
  if (move.step !== 'confirm' && move.step !== 'place') return undefined
  return isWithin(move.startedOn, begunOn, today) ? undefined : move.startedOn
}
