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

/** What the city's folder says, where the flags say nothing else. */
export const usualSizes = ({ demo }: City, wished: Partial<CitySizes> = {}): CitySizes => ({
  agencies: wished.agencies ?? demo.agencies.count,
  employers: wished.employers ?? demo.employers.count,
  talents: wished.talents ?? demo.talents.count,
  postings: wished.postings ?? demo.postings.count,
})

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
