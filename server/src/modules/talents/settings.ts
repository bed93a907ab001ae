import { parameter } from '../../city/index.ts'
import type { Context } from '../../platform/http/index.ts'

type Place = Pick<Context, 'cities' | 'city'>

const valueOf = ({ cities, city }: Place, id: string, on: string): number | undefined => {
  const found = cities.get(city)
  return found && parameter(found, id, on)?.value
}

/** Days for which a wish holds after it was said; undefined where the city sets none: then it does not lapse. */
export const wishDays = (place: Place, on: string): number | undefined => valueOf(place, 'talents.wishDays', on)

/** Days before a wish lapses on which the person is asked. */
export const askDays = (place: Place, on: string): number | undefined => valueOf(place, 'talents.askDays', on)

/** Profiles one organisation may open on a day; undefined: not bounded. */
export const mostLooks = (place: Place, on: string): number | undefined => valueOf(place, 'talents.looksPerDay', on)

/** Profiles that lists show one organisation on a day, each counted once; undefined: not bounded. */
export const mostListed = (place: Place, on: string): number | undefined => valueOf(place, 'talents.listedPerDay', on)
