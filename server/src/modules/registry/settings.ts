import { addWorkingDays, parameter } from '../../city/index.ts'
import { monthsAfter } from '../../platform/clock.ts'
import type { Context } from '../../platform/http/index.ts'

type Place = Pick<Context, 'cities' | 'city'>

const valueOf = ({ cities, city }: Place, id: string, on: string): number | undefined => {
  const found = cities.get(city)
  return found && parameter(found, id, on)?.value
}

/** Where no day is set: an application without a limit comes last in the inbox. */
const NEVER = '9999-12-31'

/** Where the day lies in a year whose days off have not been announced; it is set when they are. */
export const NOT_ANNOUNCED = '9999-12-30'

/** Last day for deciding on what was submitted on a day, by the city's limit then in force and its calendar. */
export function dueDay(place: Place, submittedOn: string): string {
  const days = valueOf(place, 'registry.verificationWorkingDays', submittedOn)
  const calendar = place.cities.get(place.city)?.calendar
  return days === undefined || !calendar ? NEVER : (addWorkingDays(calendar, submittedOn, days) ?? NOT_ANNOUNCED)
}

const NOTICES = ['agencies.firstNoticeDays', 'agencies.secondNoticeDays', 'agencies.lastNoticeDays']

/** How many natural days before the last day of a paper its holder is warned, by the city. */
export const noticeDays = (place: Place, on: string): number[] => NOTICES.flatMap((id) => valueOf(place, id, on) ?? [])

/** How far ahead the first warning reaches; 0 where the city has none. */
export const firstNoticeDays = (place: Place, on: string): number => Math.max(0, ...noticeDays(place, on))

/** Natural days in which a branch is to be reported. */
export const branchReportDays = (place: Place, openedOn: string): number | undefined =>
  valueOf(place, 'agencies.branchReportDays', openedOn)

/** Last day on which everybody sees a complaint that is not made good, also where it was handed over for a penalty. */
export function complaintPublicUntil(place: Place, recordedOn: string): string | null {
  const months = valueOf(place, 'agencies.complaintPublicMonths', recordedOn)
  return months === undefined ? null : monthsAfter(recordedOn, months)
}

/** Full-time staff an agency for job placement has at least. */
export const leastStaff = (place: Place, on: string): number | undefined => valueOf(place, 'agencies.leastStaff', on)
