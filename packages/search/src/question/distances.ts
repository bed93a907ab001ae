import { distanceKm } from '@renshu/codes'
import type { Columns } from '../store/columns.ts'
import type { Question } from '../types.ts'

/** Kilometres from where a question starts, by the value of a place. */
export type Distances = ReadonlyMap<number, number>

/** Undefined where the question starts nowhere. */
export function distancesOf({ from, filters }: Question, columns: Columns): Distances | undefined {
  const start = from ?? filters?.around?.place
  if (start === undefined) return undefined
  return new Map([...columns.spots()].map(([spot, value]) => [value, distanceKm(start, spot) ?? Infinity]))
}

/** Kilometres to the nearest place of the record in a slot. */
export function nearest({ ofSlot }: Columns, slot: number, distances: Distances): number {
  let least = Infinity
  for (let at = ofSlot.start(slot); at < ofSlot.start(slot) + ofSlot.count(slot); at++)
    least = Math.min(least, distances.get(ofSlot.pool[at]!) ?? Infinity)
  return least
}
