import type { BusinessType } from '@renshu/codes'
import type { LicenceKind, OrganisationKind, SizeBand } from '@renshu/contracts'
import type { City, CityDistrict } from '../../city/index.ts'
import { addDays } from './days.ts'
import type { Dice } from '../dice.ts'
import { addressIn, type Namer, personName } from './names.ts'

/** How an organisation stands; what of it is expired or sanctioned is told by its papers and facts. */
export type DemoState = 'valid' | 'expired' | 'sanctioned' | 'refused' | 'waiting' | 'registered'

export interface DemoLicence {
  kind: LicenceKind
  number: string
  covers: BusinessType[]
  validFrom: string
  validUntil: string | null
}

/** A made-up organisation, before it has ids. Days are days in Beijing. */
export interface DemoOrganisation {
  kind: OrganisationKind
  name: string
  creditCode: string
  district: string
  /** Code of the street that the address lies in. */
  street: string
  address: string
  industry: string | null
  size: SizeBand
  businessTypes: BusinessType[]
  foundedOn: string
  contactName: string
  legalRepresentative: string
  state: DemoState
  registeredOn: string
  /** The day its verification was asked for; null where it never was. */
  submittedOn: string | null
  /** The day of the officer's decision; null while there is none. */
  decidedOn: string | null
  licences: DemoLicence[]
  practitioners: { name: string; certificateNumber: string; fromOn: string }[]
  /** Chinese name of the park it rents in. */
  park: string | null
  /** Days between which it was, is or will be sanctioned. */
  sanctions: { from: string; until: string; cause: string }[]
}

/** What all kinds of organisations are made with. */
export interface Workshop {
  city: City
  dice: Dice
  namer: Namer
  /** The day on which the made-up city is as it is. */
  today: string
  /** Another credit code each time. */
  creditCode: (district: string) => string
}

/** The name of a city as it stands in names: 青岛 for 青岛市. */
export const shortName = (name: string): string => (name.length > 2 ? name.replace(/[市区县]$/, '') : name)

export const districtOf = (city: City, code: string): CityDistrict => city.districts.find((one) => one.code === code)!

/** Where an organisation says it is from: mostly the city, sometimes the province or its district. */
export function placeInName({ city, dice }: Workshop, district: string): string {
  const place = dice.roll()
  if (place < 0.72) return shortName(city.name.zh)
  if (place < 0.88) return city.province.zh.replace(/省$/, '')
  return shortName(districtOf(city, district).name.zh)
}

/** The platform has been open for four years; half of the firms came in the first. */
const OPEN_DAYS = 4 * 365
/** Longer than a decision may take and shorter than any opening: what is decided was asked for before. */
const LEAST_AGE = 30

/** Days on which an organisation came, asked to be verified and was decided on, as its state needs them. */
export function courseOf(
  { dice, today }: Workshop,
  state: DemoState,
): Pick<DemoOrganisation, 'registeredOn' | 'submittedOn' | 'decidedOn'> {
  const age = LEAST_AGE + Math.floor((OPEN_DAYS - LEAST_AGE) * Math.sqrt(dice.roll()))
  const registeredOn = addDays(today, -age)
  if (state === 'registered')
    return { registeredOn: addDays(today, -dice.below(60)), submittedOn: null, decidedOn: null }
  if (state === 'waiting') {
    const submitted = dice.below(9)
    const came = addDays(today, -submitted - dice.below(6))
    return { registeredOn: came, submittedOn: addDays(today, -submitted), decidedOn: null }
  }
  const submittedOn = addDays(registeredOn, dice.below(4))
  return { registeredOn, submittedOn, decidedOn: addDays(submittedOn, 1 + dice.below(6)) }
}

/** What every organisation has, whatever it does. */
export function makeBase(
  workshop: Workshop,
  kind: OrganisationKind,
  district: string,
  state: DemoState,
  name: string,
): DemoOrganisation {
  const { city, dice, creditCode, today } = workshop
  const { name: districtName, streets } = districtOf(city, district)
  const legalRepresentative = personName(dice)
  const course = courseOf(workshop, state)
  const code = creditCode(district)
  const street = dice.oneOf(streets)
  return {
    kind,
    name,
    creditCode: code,
    district,
    street: street.code,
    address: addressIn(dice, city.name.zh + districtName.zh, street.name),
    industry: null,
    size: 'under100',
    businessTypes: [],
    foundedOn: addDays(course.registeredOn, -dice.between(30, 20 * 365)),
    contactName: dice.happens(40) ? legalRepresentative : personName(dice),
    legalRepresentative,
    state,
    ...course,
    licences: [],
    practitioners: [],
    park: null,
    sanctions: state === 'sanctioned' ? [runningSanction(dice, today)] : [],
  }
}

const CAUSES = ['发布虚假招聘信息', '未按规定公示许可证', '扣押求职者证件', '向求职者收取押金', '拖欠劳动者报酬']

const runningSanction = (dice: Dice, today: string): DemoOrganisation['sanctions'][number] => ({
  from: addDays(today, -dice.between(5, 60)),
  until: addDays(today, dice.between(30, 180)),
  cause: dice.oneOf(CAUSES),
})

/** Now and then somebody was sanctioned once and stands well again. */
export function pastSanctions(
  { dice, today }: Workshop,
  { state, decidedOn }: DemoOrganisation,
): DemoOrganisation['sanctions'] {
  if (state !== 'valid' || !decidedOn || !dice.happens(2)) return []
  const from = addDays(today, -dice.between(200, 400))
  return from > decidedOn ? [{ from, until: addDays(from, dice.between(30, 120)), cause: dice.oneOf(CAUSES) }] : []
}
