import { parameter } from '../../city/index.ts'
import type { Context } from '../../platform/http/index.ts'
import { workingDaysAfter } from './rules.ts'

type Place = Pick<Context, 'cities' | 'city'>

const valueOf = ({ cities, city }: Place, id: string, on: string): number | undefined => {
  const found = cities.get(city)
  return found && parameter(found, id, on)?.value
}

/** Where no day is set: an application without a limit comes last in the inbox. */
export const NEVER = '9999-12-31'

/** Last day for deciding on what was submitted on a day, by the city's limit then in force. */
export function dueDay(place: Place, submittedOn: string): string {
  const days = valueOf(place, 'registry.verificationWorkingDays', submittedOn)
  return days === undefined ? NEVER : workingDaysAfter(submittedOn, days)
}

/** Natural days in which a branch is to be reported. */
export const branchReportDays = (place: Place, openedOn: string): number | undefined =>
  valueOf(place, 'agencies.branchReportDays', openedOn)

/** Full-time staff an agency for job placement has at least. */
export const leastStaff = (place: Place, on: string): number | undefined => valueOf(place, 'agencies.leastStaff', on)
