import type { Side, State } from './state.ts'
import { hasBegun, waitsFor } from './state.ts'

/** Working and natural days of the city; undefined: the city says nothing, and no such clock runs. */
export interface Limits {
  /** Working days in which an employer answers. */
  answer: number | undefined
  /** Working days after which it is reminded. */
  reminder: number | undefined
  /** Working days after which its silence ends the process. */
  lapse: number | undefined
  /** Days an invitation stands. */
  invitation: number | undefined
  /** Days a process rests while its posting is refused. */
  held: number | undefined
}

export interface Clock {
  waitsFor: Side | null
  /** Day from which the reminder goes out. */
  remindOn: string | null
  /** Last day for the employer's answer. */
  answerBy: string | null
  /** Last day of the process as it stands; the day after it lapses. */
  lapseOn: string | null
}

/** What the clock counts from besides the state. */
export interface Since {
  today: string
  /** Day of the interview that is booked. */
  interviewOn: string | null
  /** Day of the last time proposed. */
  lastSlotOn: string | null
}

/** The last of some working days after a day. */
export type WorkingDays = (day: string, count: number) => string

const DAY = 86_400_000
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10)

export const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY

const latest = (a: string, b: string | null): string => (b !== null && b > a ? b : a)

/** The clock of a process that stands in a state since a step of today. */
export function clockOf(state: State, since: Since, limits: Limits, working: WorkingDays): Clock {
  const side = waitsFor(state)
  const after = (day: string, count: number | undefined) => (count === undefined ? null : working(day, count))
  const none = { waitsFor: side, remindOn: null, answerBy: null, lapseOn: null }
  const { today } = since
  // Nobody is late with what he may not do; but it does not rest for ever. Of work that began an officer decides.
  if (state.held) {
    const days = hasBegun(state) ? undefined : limits.held
    return { ...none, waitsFor: null, lapseOn: days === undefined ? null : addDays(today, days) }
  }
  if (state.stage === 'accepted')
    return { ...none, remindOn: after(latest(today, state.offer!.startOn), limits.reminder) }
  if (side === null) return none
  if (state.stage === 'offered') return { ...none, lapseOn: state.offer!.answerBy }
  if (side === 'employer') {
    // After an interview the answer is waited for from its day.
    const from = state.stage === 'interview' ? latest(today, since.interviewOn) : today
    return {
      waitsFor: side,
      remindOn: after(from, limits.reminder),
      answerBy: after(from, limits.answer),
      lapseOn: after(from, limits.lapse),
    }
  }
  if (state.stage === 'interview') return { ...none, lapseOn: after(latest(today, since.lastSlotOn), limits.reminder) }
  return { ...none, lapseOn: limits.invitation === undefined ? null : addDays(today, limits.invitation) }
}

type Days = Pick<Clock, 'remindOn' | 'answerBy' | 'lapseOn'>

/**
 * The employer's days after it has written a message. A message is an answer, the first one too: the days in which the
 * next is due begin anew with it, and none of them comes earlier than it was, as before an interview that lies ahead. The
 * process stays where it is, so that somebody who only writes is reminded of a step again, and silence ends it as ever.
 */
export const afterMessage = (before: Days, anew: Days): Days => ({
  remindOn: anew.remindOn && latest(anew.remindOn, before.remindOn),
  answerBy: anew.answerBy && latest(anew.answerBy, before.answerBy),
  lapseOn: anew.lapseOn && latest(anew.lapseOn, before.lapseOn),
})
