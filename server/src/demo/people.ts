import type { MemberRole } from '@renshu/contracts'
import type { City } from '../city/index.ts'
import type { Secrets } from '../platform/secrets/secrets.ts'
import { base32 } from '../platform/secrets/totp.ts'
import type { DemoOrganisation } from './town/organisation.ts'

/** What somebody who tries the city out may be. */
export type DemoRole =
  | 'administrator'
  | 'districtOfficer'
  | 'counter'
  | 'reviewer'
  | 'approver'
  | 'cashier'
  | 'secondCashier'
  | 'employerOwner'
  | 'employerRecruiter'
  | 'employerViewer'
  | 'agencyOwner'
  | 'parkOperator'
  | 'schoolOwner'
  | 'seeker'

export interface DemoAccount {
  role: DemoRole
  name: string
  /** For signing in by a one-time code, which development shows on screen. */
  phone: string
  /** Secret of the second factor, base32; officers only. */
  totp: string | null
  /** District an officer has charge of; null for the whole city and for everybody else. */
  district: string | null
  /** The organisation the account belongs to: its credit code and name, and what the account may do there. */
  member: { creditCode: string; name: string; role: MemberRole } | null
}

/** A range that is in use, with numbers so plain that none of them is likely to be somebody's. */
const PHONE = 19_900_000_000
/** By the last digits of the phone. */
const PEOPLE: Record<DemoRole, readonly [number: number, name: string]> = {
  administrator: [1, '程思远'],
  districtOfficer: [2, '沈嘉禾'],
  employerOwner: [3, '韩志东'],
  employerRecruiter: [4, '梁雨欣'],
  employerViewer: [5, '冯晓梅'],
  agencyOwner: [6, '曹文涛'],
  parkOperator: [7, '彭海燕'],
  schoolOwner: [8, '吕春华'],
  seeker: [9, '唐建国'],
  counter: [11, '姚静怡'],
  reviewer: [12, '崔明远'],
  approver: [13, '陆文博'],
  cashier: [14, '秦晓岚'],
  secondCashier: [15, '贺知秋'],
}
/** The phone of the account of a role, whether the city has one or not. */
export const demoPhone = (role: DemoRole): string => String(PHONE + PEOPLE[role][0])

/** Whose account is an officer's, and whether it is for one district alone. */
const OFFICERS: Partial<Record<DemoRole, 'city' | 'district'>> = {
  administrator: 'city',
  districtOfficer: 'district',
  counter: 'district',
  reviewer: 'city',
  approver: 'city',
  cashier: 'city',
  secondCashier: 'city',
}

const AT: Partial<Record<DemoRole, readonly [DemoOrganisation['kind'], MemberRole]>> = {
  employerOwner: ['employer', 'owner'],
  employerRecruiter: ['employer', 'recruiter'],
  employerViewer: ['employer', 'viewer'],
  agencyOwner: ['agency', 'owner'],
  parkOperator: ['park', 'owner'],
  schoolOwner: ['school', 'owner'],
}

/** Made from the key of the installation, so that no two have the same and none stands in the sources. */
const totpOf = (secrets: Secrets, city: City, phone: string): string =>
  base32(Buffer.from(secrets.blinds('demo second factor', city.code + phone).at(-1)!, 'hex').subarray(0, 20))

/** The district whose officer is among the accounts: the one with the most employers. */
export const officerDistrict = ({ demo, districts }: City): string =>
  Object.entries(demo.employers.districts).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? districts[0]!.code

/**
 * Where the accounts work: the first of its kind that stands well, in the officer's district where there is one; an
 * agency that may recruit.
 */
function workplace(city: City, organisations: readonly DemoOrganisation[], kind: DemoOrganisation['kind']) {
  const candidates = organisations.filter(
    (each) =>
      each.kind === kind && each.state === 'valid' && (kind !== 'agency' || each.businessTypes.includes('recruiting')),
  )
  return candidates.find(({ district }) => district === officerDistrict(city)) ?? candidates[0]
}

/** One account for each role; roles at organisations that the city has none of are left out. */
export function makeAccounts(city: City, organisations: readonly DemoOrganisation[], secrets: Secrets): DemoAccount[] {
  const roles = Object.keys(PEOPLE) as DemoRole[]
  return roles.flatMap((role): DemoAccount[] => {
    const [, name] = PEOPLE[role]
    const phone = demoPhone(role)
    const reach = OFFICERS[role]
    const account = {
      role,
      name,
      phone,
      totp: reach ? totpOf(secrets, city, phone) : null,
      district: reach === 'district' ? officerDistrict(city) : null,
    }
    const [kind, memberRole] = AT[role] ?? []
    if (!kind) return [{ ...account, member: null }]
    const place = workplace(city, organisations, kind)
    if (!place) return []
    return [{ ...account, member: { creditCode: place.creditCode, name: place.name, role: memberRole! } }]
  })
}
