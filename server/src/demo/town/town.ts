import type { City } from '../../city/index.ts'
import { makeAgencies } from './agencies.ts'
import { inventCreditCode } from '../credit-code.ts'
import { diceOf } from '../dice.ts'
import { makeEmployers } from './employers.ts'
import { makeParks, makeSchools } from './institutions.ts'
import { makeNamer } from './names.ts'
import type { DemoOrganisation, Workshop } from './organisation.ts'

export interface DemoSizes {
  agencies: number
  employers: number
}

/** With those who hire and look for work there; of postings, the open ones. */
export interface CitySizes extends DemoSizes {
  talents: number
  postings: number
}

/** Beside few employers there are few postings, and few people who look for work. */
const POSTINGS_EACH = 2
const TALENTS_EACH = 5

/** What the city's folder says, where the flags say nothing else. */
export function usualSizes({ demo }: City, wished: Partial<CitySizes> = {}): CitySizes {
  const employers = wished.employers ?? demo.employers.count
  return {
    agencies: wished.agencies ?? demo.agencies.count,
    employers,
    talents: wished.talents ?? Math.min(demo.talents.count, employers * TALENTS_EACH),
    postings: wished.postings ?? Math.min(demo.postings.count, employers * POSTINGS_EACH),
  }
}

/** A city by which is seen what many records do. */
export const LARGE = { talents: 200_000, postings: 50_000 } as const satisfies Partial<CitySizes>

/**
 * The organisations of a made-up city: parks, schools, agencies, employers. The same for the same city, sizes and day.
 * @param today the day on which they stand as they do, `2026-03-01`
 */
export function makeOrganisations(city: City, sizes: DemoSizes, today: string): DemoOrganisation[] {
  const namer = makeNamer()
  let serial = 0
  // Each kind has dice of its own, so that more agencies leave the employers as they are.
  const workshop = (stream: number): Workshop => ({
    city,
    dice: diceOf(city.demo.seed * 8 + stream),
    namer,
    today,
    creditCode: (district) => inventCreditCode('91', district, serial++),
  })
  return [
    ...makeParks(workshop(1)),
    ...makeSchools(workshop(2), city.demo.schools.count),
    ...makeAgencies(workshop(3), sizes.agencies),
    ...makeEmployers(workshop(4), sizes.employers),
  ]
}
