import { parameter } from '../../city/index.ts'
import type { Context } from '../../platform/http/index.ts'

type Place = Pick<Context, 'cities' | 'city'>

const valueOf = ({ cities, city }: Place, id: string, on: string): number | undefined => {
  const found = cities.get(city)
  return found && parameter(found, id, on)?.value
}

/** Fen a month; undefined where the city has set none. */
export const minimumWage = (place: Place, on: string): number | undefined => valueOf(place, 'jobs.minimumWage', on)

/** Whether every posting waits for an officer, also one in which nothing was found. */
export const looksAtAll = (place: Place, on: string): boolean => (valueOf(place, 'jobs.lookAtEvery', on) ?? 0) > 0

const USUAL_CALLERS = 3

/** Different people who search for the same on a day before it is counted. */
export const askedCallers = (place: Place, on: string): number =>
  valueOf(place, 'jobs.askedCallers', on) ?? USUAL_CALLERS

const USUAL_LITTLE = 5

/** Postings found that are little. */
export const littleFound = (place: Place, on: string): number => valueOf(place, 'jobs.littleFound', on) ?? USUAL_LITTLE

const USUAL_DAYS = 30

/** Days a posting is shown where its source names no last day. */
export const validDays = (place: Place, on: string): number => valueOf(place, 'jobs.validDays', on) ?? USUAL_DAYS

const USUAL_NOTICE = 3

/** Days before its end on which a posting's owner is told. */
export const noticeDays = (place: Place, on: string): number => valueOf(place, 'jobs.noticeDays', on) ?? USUAL_NOTICE
