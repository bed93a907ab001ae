import type { BusinessType } from '@renshu/codes'
import type { LicenceKind, SizeBand } from '@renshu/contracts'
import { parameter } from '../../city/index.ts'
import { addDays, lastDayOfYears } from './days.ts'
import { apportion } from '../dice.ts'
import { personName } from './names.ts'
import {
  type DemoLicence,
  type DemoOrganisation,
  type DemoState,
  makeBase,
  pastSanctions,
  placeInName,
  type Workshop,
} from './organisation.ts'

/** Which paper a business type needs (人力资源市场暂行条例 art. 18, 劳动合同法 art. 57). */
const paperFor = (type: BusinessType): LicenceKind => {
  if (type === 'dispatch') return 'dispatchLicence'
  return type === 'recruiting' || type === 'executiveSearch' ? 'licence' : 'filing'
}
const MARK: Record<LicenceKind, string> = { licence: '', filing: 'B', dispatchLicence: 'P' }

/** A district numbers its papers of each kind and year from one. */
function makeNumbers() {
  const last = new Map<string, number>()
  return (kind: LicenceKind, district: string, day: string): string => {
    const series = `${district}${day.slice(0, 4)}${MARK[kind]}`
    const number = (last.get(series) ?? 0) + 1
    last.set(series, number)
    return `${series}${String(number).padStart(4, '0')}`
  }
}

const yearsOf = ({ city, today }: Workshop, kind: LicenceKind): number | null => {
  if (kind === 'filing') return null
  const id = kind === 'licence' ? 'agencies.licenceYears' : 'agencies.dispatchLicenceYears'
  return parameter(city, id, today)?.value ?? null
}

/**
 * When a paper of so many years began: for one in force between today and its age, a tenth of them within two months
 * of their end; for an expired one so long ago that it has run out within the last year.
 */
function validity(
  workshop: Workshop,
  kind: LicenceKind,
  state: DemoState,
): Pick<DemoLicence, 'validFrom' | 'validUntil'> {
  const { dice, today } = workshop
  const years = yearsOf(workshop, kind)
  // A filing has no end; that of an agency whose papers have run out was given up with them.
  if (years === null)
    return state === 'expired'
      ? { validFrom: addDays(today, -dice.between(800, 1500)), validUntil: addDays(today, -dice.between(1, 300)) }
      : { validFrom: addDays(today, -dice.between(60, 2000)), validUntil: null }
  const left =
    state === 'expired' ? -dice.between(1, 300) : dice.happens(10) ? dice.below(60) : dice.between(60, years * 360)
  const until = addDays(today, left)
  const from = addDays(until, 1)
  const validFrom = `${Number(from.slice(0, 4)) - years}${from.slice(4).replace('-02-29', '-03-01')}`
  return { validFrom, validUntil: lastDayOfYears(validFrom, years) }
}

function papersOf(
  workshop: Workshop,
  { district, state, businessTypes }: DemoOrganisation,
  number: ReturnType<typeof makeNumbers>,
): DemoLicence[] {
  const kinds = [...new Set(businessTypes.map(paperFor))]
  return kinds.map((kind) => {
    const dates = validity(workshop, kind, state)
    const covers = businessTypes.filter((type) => paperFor(type) === kind)
    return { kind, number: number(kind, district, dates.validFrom), covers, ...dates }
  })
}

/** How many work at each of so many agencies: at least three, the sum to the last one exact. */
export function spreadPractitioners({ dice }: Workshop, agencies: number, total: number, least: number): number[] {
  const weights = Array.from({ length: agencies }, () => 0.2 - Math.log(1 - dice.roll()))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const spare = Math.max(0, total - agencies * least)
  const counts = weights.map((weight) => least + Math.floor((weight / sum) * spare))
  const missing = Math.max(0, total - counts.reduce((all, count) => all + count, 0))
  return counts.map((count, at) => count + Math.floor(missing / agencies) + (at < missing % agencies ? 1 : 0))
}

const sizeOf = (practitioners: number): SizeBand =>
  practitioners < 20 ? 'under20' : practitioners < 100 ? 'under100' : 'under500'

const offered = ({ city, dice }: Workshop): BusinessType[] => {
  const shares = Object.entries(city.demo.agencies.businessTypes) as [BusinessType, number][]
  const types = shares.filter(([, share]) => dice.happens(share)).map(([type]) => type)
  return types.length ? types : ['recruiting']
}

/** The parks that stand in a district, by their Chinese names. */
const parksIn = ({ city }: Workshop, district: string): string[] =>
  city.demo.parks.filter((park) => park.district === district).map(({ name }) => name.zh)

/** Agencies rent where there is a park in their district, until as many rent as the city says. */
function letRooms(workshop: Workshop, agencies: DemoOrganisation[], count: number): void {
  const { dice } = workshop
  const candidates = dice.shuffled(agencies.filter(({ district }) => parksIn(workshop, district).length))
  for (const agency of candidates.slice(0, count)) agency.park = dice.oneOf(parksIn(workshop, agency.district))
}

const LEAST_STAFF = 3

/**
 * The agencies of a made-up city. Districts and states come in the measure of their shares, to the last one exact.
 * @param count how many; practitioners and tenants of parks follow in proportion to the city's own figures
 */
export function makeAgencies(workshop: Workshop, count: number): DemoOrganisation[] {
  const { city, dice, namer, today } = workshop
  const plan = city.demo.agencies
  const share = plan.count ? count / plan.count : 0
  const districts = dice.shuffled(apportion(count, plan.districts))
  const states = dice.shuffled(apportion<DemoState>(count, plan.states))
  const least = parameter(city, 'agencies.leastStaff', today)?.value ?? LEAST_STAFF
  const staff = spreadPractitioners(workshop, count, Math.round(plan.practitioners * share), least)
  const number = makeNumbers()
  let certificates = 0
  const agencies = districts.map((district, at) => {
    const base = makeBase(
      workshop,
      'agency',
      district,
      states[at]!,
      namer.agency(dice, placeInName(workshop, district)),
    )
    const agency = { ...base, industry: 'L726', size: sizeOf(staff[at]!), businessTypes: offered(workshop) }
    return {
      ...agency,
      licences: papersOf(workshop, agency, number),
      sanctions: [...agency.sanctions, ...pastSanctions(workshop, agency)],
      practitioners: Array.from({ length: staff[at]! }, () => ({
        name: personName(dice),
        certificateNumber: `${city.code}R${String(++certificates).padStart(6, '0')}`,
        fromOn: addDays(agency.registeredOn, -dice.below(900)),
      })),
    }
  })
  letRooms(workshop, agencies, Math.round(plan.inParks * share))
  return agencies
}
