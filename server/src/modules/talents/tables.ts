import type { MonthlyPay, ProfileBody, SpecialGroup, TalentPair, Visibility } from '@renshu/contracts'
import type { Generated } from 'kysely'
import type { Json, PlatformTables } from '../../platform/tables.ts'
import type { Sealing } from '../../platform/keys/index.ts'
import type { Seeking } from './profile/engine.ts'

/** A profile as it is kept: what was written, each wish with the occupation it was read as. */
export type Profile = Omit<ProfileBody, 'version' | 'visibility' | 'cvFileId' | 'wishes'> & {
  wishes: {
    title: string
    occupation: string | null
    read: string | null
    /** Pay for this work alone; absent in what was kept before wishes had any, and in what a table says. */
    salary?: MonthlyPay | null
  }[]
}

export type TalentTable = {
  city: string
  id: string
  personId: string | null
  agencyId: string | null
  visibility: Visibility
  profile: Json<Profile>
  engine: Json<Seeking>
  occupations: string[]
  places: string[]
  education: number | null
  payMin: number | null
  certificates: string[]
  searchText: string
  refusedEmployers: string[]
  district: string | null
  born: number | null
  nameBlind: string | null
  nameSealed: string | null
  phoneSealed: string | null
  phoneBlind: string | null
  residentIdBlind: string | null
  consentOn: string | null
  consentUntil: string | null
  sourceId: string | null
  cvFileId: string | null
  confirmedOn: string
  visibleUntil: string | null
  active: boolean
  askedAt: Date | null
  changeSeq: number
  version: Generated<number>
  createdAt: Date
  changedAt: Date
  endedAt: Date | null
  mergedInto: string | null
}

export type LookTable = {
  city: string
  id: string
  talentId: string
  personId: string | null
  organisationId: string
  byPersonId: string
  what: 'profile' | 'contact' | 'cv'
  lookedOn: string
  lookedAt: Date
}

export type GroupClaimTable = {
  city: string
  id: string
  talentId: string
  personId: string | null
  kind: SpecialGroup
  district: string | null
  documents: string[]
  status: 'claimed' | 'proved' | 'refused' | 'ended'
  claimedAt: Date
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
  untilOn: string | null
}

export type PairTable = {
  city: string
  id: string
  oneId: string
  otherId: string
  districts: string[]
  alike: TalentPair['alike']
  foundAt: Date
  status: 'open' | 'same' | 'different' | 'closed'
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
}

export type TalentsTables = {
  'talents.talent': TalentTable
  'talents.look': LookTable
  'talents.groupClaim': GroupClaimTable
  'talents.pair': PairTable
  'talents.lookCount': { city: string; id: string; lookedOn: string; used: number; listed: Generated<number> }
  'talents.listed': { city: string; id: string; listedOn: string; talentId: string }
  'accounts.vPerson': { city: string; id: string; name: string; nameKey: string; erased: boolean }
  'platform.file': PlatformTables['platform.file']
}

/** Of a profile that an agency keeps its name and phone; who has an account has the name there. */
export const talentsSealing: Sealing = {
  tables: [
    {
      table: 'talents.talent',
      sealed: ['name_sealed', 'phone_sealed'],
      marks: [
        {
          column: 'name_blind',
          purpose: 'talentName',
          of: 'name_sealed',
          or: '(select p.name from accounts.v_person p where p.city = t.city and p.id = t.person_id)',
        },
        { column: 'phone_blind', purpose: 'phone', of: 'phone_sealed' },
      ],
    },
  ],
}
