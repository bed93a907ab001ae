import type { City } from '../../city/index.ts'
import type { DemoAccount } from '../people.ts'
import type { DemoRecords } from '../records.ts'
import type { DemoOrganisation } from '../town/organisation.ts'

/** An organisation of the made-up city with the ids its records got. */
export interface Site {
  id: string
  ownerId: string
  name: string
  district: string
  /** Code of the street that the address lies in. */
  street: string
  address: string
  industry: string | null
  /** The day from which it may post. */
  from: string
}

/** Who takes part in the hiring year. */
export interface HiringTown {
  city: City
  /** Employers that stand well. */
  employers: Site[]
  /** Agencies that stand well and may recruit. */
  agencies: Site[]
  /** Those that the accounts for trying out work at; the first of each list, too. */
  employer: Site | undefined
  agency: Site | undefined
  seeker: { id: string; name: string } | undefined
  officerId: string
}

type Registered = DemoRecords['registry']['organisations'][number]

/** Finds who takes part among the records of a made-up city. */
export function hiringTown(
  city: City,
  organisations: readonly DemoOrganisation[],
  accounts: readonly DemoAccount[],
  { accounts: { people, members }, registry }: DemoRecords,
): HiringTown {
  const rows = new Map<string, Registered>(registry.organisations.map((row) => [row.creditCode!, row]))
  const owners = new Map(
    members.filter(({ role }) => role === 'owner').map((one) => [one.organisationId, one.personId]),
  )
  const siteOf = ({ creditCode, name, district, street, address, industry, decidedOn }: DemoOrganisation): Site => {
    const { id } = rows.get(creditCode)!
    return { id, ownerId: owners.get(id)!, name, district, street, address, industry, from: decidedOn! }
  }
  const account = (role: DemoAccount['role']) => accounts.find((one) => one.role === role)
  const person = (role: DemoAccount['role']) =>
    people.find(({ phone }) => phone !== null && phone === account(role)?.phone)
  const first = (sites: Site[], role: DemoAccount['role']): Site[] => {
    const own = rows.get(account(role)?.member?.creditCode ?? '')?.id
    return sites.toSorted((a, b) => Number(b.id === own) - Number(a.id === own))
  }
  const sound = organisations.filter(({ state }) => state === 'valid')
  const employers = first(sound.filter(({ kind }) => kind === 'employer').map(siteOf), 'employerOwner')
  const recruiting = sound.filter(
    ({ kind, businessTypes }) => kind === 'agency' && businessTypes.includes('recruiting'),
  )
  const agencies = first(recruiting.map(siteOf), 'agencyOwner')
  const at = (sites: Site[], role: DemoAccount['role']) =>
    account(role)?.member?.name === sites[0]?.name ? sites[0] : undefined
  return {
    city,
    employers,
    agencies,
    employer: at(employers, 'employerOwner'),
    agency: at(agencies, 'agencyOwner'),
    seeker: person('seeker'),
    officerId: (person('districtOfficer') ?? person('administrator'))!.id,
  }
}
