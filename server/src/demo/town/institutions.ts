import { apportion } from '../dice.ts'
import { type DemoOrganisation, makeBase, shortName, type Workshop } from './organisation.ts'

/** Vocational schools and colleges, spread over the districts as the employers are; all verified. */
export function makeSchools(workshop: Workshop, count: number): DemoOrganisation[] {
  const { city, dice, namer } = workshop
  const place = shortName(city.name.zh)
  return dice.shuffled(apportion(count, city.demo.employers.districts)).map((district) => ({
    ...makeBase(workshop, 'school', district, 'valid', namer.school(dice, place)),
    industry: 'P833',
    size: 'under500',
  }))
}

/** The parks that the city's folder names; all verified. */
export const makeParks = (workshop: Workshop): DemoOrganisation[] =>
  workshop.city.demo.parks.map(({ name, district }) => ({
    ...makeBase(workshop, 'park', district, 'valid', name.zh),
    industry: 'L722',
    size: 'under20',
  }))
