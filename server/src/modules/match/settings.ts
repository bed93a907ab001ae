import { parameter } from '../../city/index.ts'
import type { Context } from '../../platform/http/index.ts'

/** Points from which somebody is recommended, of 10,000; a weaker fit counts as none. 0 where the city sets none. */
export function leastPoints({ cities, city }: Pick<Context, 'cities' | 'city'>, on: string): number {
  const found = cities.get(city)
  return (found && parameter(found, 'hiring.recommendFrom', on)?.value) ?? 0
}
