import { insertMany } from '../../../platform/bulk/index.ts'
import type { MandatePurpose, MemberRole } from '@renshu/contracts'
import type { Desk } from '../tables.ts'
import { blindPhone, named } from './people.ts'

/** People with what they may do, taken over whole; for made-up cities and for moving in. Scope system. */
export interface AccountsFill {
  people: readonly { id: string; name: string; phone: string | null; createdAt: Date }[]
  members: readonly { personId: string; organisationId: string; role: MemberRole; createdAt: Date }[]
  /** `totp`: secret of the second factor, base32; null where it is to be enrolled. */
  officers: readonly { personId: string; district: string | null; administrator: boolean; totp: string | null }[]
}

/** @throws the database's own error where a phone or an id is there already */
export async function fillAccounts(desk: Desk, { people, members, officers }: AccountsFill): Promise<void> {
  const { tx, city, newId, now, secrets } = desk
  await insertMany(
    tx,
    'accounts.person',
    people.map(({ phone, name, ...person }) => ({
      city,
      ...person,
      ...named(name),
      phoneSealed: phone && secrets.seal(phone),
      phoneBlind: phone && blindPhone(desk, phone),
    })),
  )
  await insertMany(
    tx,
    'accounts.member',
    members.map((member) => ({ city, id: newId(), ...member, addedByPersonId: member.personId })),
  )
  await insertMany(
    tx,
    'accounts.officer',
    officers.map(({ totp, ...officer }) => ({
      city,
      id: newId(),
      ...officer,
      totpSealed: totp && secrets.seal(totp),
      createdAt: now(),
    })),
  )
}

/** Consents in force, taken over whole; of several for one purpose and recipient the first is kept. Scope system. */
export interface ConsentFill {
  personId: string
  purpose: string
  recipient: string
  textVersion: string
  givenAt: Date
}

export const fillConsents = (
  { tx, city, newId }: Pick<Desk, 'tx' | 'city' | 'newId'>,
  consents: readonly ConsentFill[],
) =>
  insertMany(
    tx,
    'accounts.consent',
    consents.map((consent) => ({ city, id: newId(), ...consent })),
    'isLeftOut',
  )

/** Mandates that organisations gave each other and that were taken, taken over whole. Scope system. */
export interface MandateFill {
  id: string
  organisationId: string
  agentOrganisationId: string
  purposes: MandatePurpose[]
  fromDay: string
  untilDay: string
  givenByPersonId: string
  createdAt: Date
  acceptedAt: Date
  acceptedByPersonId: string
}

export const fillMandates = ({ tx, city }: Pick<Desk, 'tx' | 'city'>, mandates: readonly MandateFill[]) =>
  insertMany(
    tx,
    'accounts.mandate',
    mandates.map((mandate) => ({ city, ...mandate })),
  )
