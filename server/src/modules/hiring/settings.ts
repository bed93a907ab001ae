import { addWorkingDays, parameter } from '../../city/index.ts'
import type { Context } from '../../platform/http/index.ts'
import { addDays, type Limits } from './rules/index.ts'

type Place = Pick<Context, 'cities' | 'city'>

const valueOf = ({ cities, city }: Place, id: string, on: string): number | undefined => {
  const found = cities.get(city)
  return found && parameter(found, `hiring.${id}`, on)?.value
}

/** The limits of the clocks in force on a day. */
export const limitsOn = (place: Place, on: string): Limits => ({
  answer: valueOf(place, 'answerWorkingDays', on),
  reminder: valueOf(place, 'reminderWorkingDays', on),
  lapse: valueOf(place, 'lapseWorkingDays', on),
  invitation: valueOf(place, 'invitationDays', on),
  held: valueOf(place, 'heldDays', on),
})

/** Applications of one person on a day; undefined: not bounded. */
export const mostApplications = (place: Place, on: string): number | undefined =>
  valueOf(place, 'applicationsPerDay', on)

/** Applications from which on the public may know how an organisation answers; undefined: never. */
export const publicAnswersFrom = (place: Place, on: string): number | undefined =>
  valueOf(place, 'publicAnswersFrom', on)

/** Days after a declined invitation before the same organisation may invite again. */
export const inviteAgainDays = (place: Place, on: string): number | undefined => valueOf(place, 'inviteAgainDays', on)

/** Days after the first day of work on which the talent is asked. */
export const followUpDays = (place: Place, on: string): number[] =>
  ['firstFollowUpDays', 'secondFollowUpDays', 'thirdFollowUpDays'].flatMap((id) => valueOf(place, id, on) ?? [])

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

/**
 * The last of some working days after a day. In a year whose days off have not been announced, Monday to Friday: a
 * process waits a few weeks at most, and who waits should know a day.
 */
export function workingDaysAfter({ cities, city }: Place, day: string, count: number): string {
  const calendar = cities.get(city)?.calendar
  const announced = calendar && addWorkingDays(calendar, day, count)
  if (announced) return announced
  let last = day
  for (let left = count; left > 0;) {
    last = addDays(last, 1)
    if (!isWeekend(last)) left--
  }
  return last
}
