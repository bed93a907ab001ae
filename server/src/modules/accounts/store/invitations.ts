import type { MandatePurpose, MemberRole } from '@renshu/contracts'
import type { Selectable } from 'kysely'
import { INVITATION_LIFE } from '../rules.ts'
import { isSame } from '../tokens.ts'
import { type AccountsTables, type Desk, tables } from '../tables.ts'
import { blindPhone } from './people.ts'

export type InvitationRow = Selectable<AccountsTables['accounts.invitation']>
type Offer =
  | { organisationId: string; role: MemberRole }
  | { personId: string; purposes: MandatePurpose[]; untilDay: string }

const macOf = ({ secrets }: Desk, id: string, code: string) => secrets.blind('invitation', `${id}:${code}`)

const open = ({ tx, city, now }: Desk) =>
  tables(tx)
    .selectFrom('accounts.invitation')
    .selectAll()
    .where('city', '=', city)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now())

export async function insertInvitation(
  desk: Desk,
  offer: Offer,
  { phone, code, invitedByPersonId }: { phone: string; code: string; invitedByPersonId: string },
): Promise<InvitationRow> {
  const { tx, city, newId, now, secrets } = desk
  const id = newId()
  return tables(tx)
    .insertInto('accounts.invitation')
    .values({
      city,
      id,
      ...offer,
      phoneSealed: secrets.seal(phone),
      phoneBlind: blindPhone(desk, phone),
      codeMac: macOf(desk, id, code),
      invitedByPersonId,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + INVITATION_LIFE),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const invitationsOf = (desk: Desk, organisationId: string): Promise<InvitationRow[]> =>
  open(desk).where('organisationId', '=', organisationId).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()

export const helperInvitationsOf = (desk: Desk, personId: string): Promise<InvitationRow[]> =>
  open(desk).where('personId', '=', personId).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()

/** The open invitation a code belongs to, among those sent to the phone; held until the transaction ends. */
export async function findInvitation(desk: Desk, phoneBlind: string, code: string): Promise<InvitationRow | undefined> {
  const sent = await open(desk).where('phoneBlind', '=', phoneBlind).forUpdate().execute()
  const macsOf = (id: string) => desk.secrets.blinds('invitation', `${id}:${code}`)
  return sent.find(({ id, codeMac }) => macsOf(id).some((mac) => isSame(codeMac, mac)))
}

/** An accepted invitation forgets the phone: the person is known now. */
export const markAccepted = ({ tx, city, now }: Desk, id: string, acceptedByPersonId: string) =>
  tables(tx)
    .updateTable('accounts.invitation')
    .set({ acceptedAt: now(), acceptedByPersonId, phoneSealed: null, phoneBlind: null })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()

/** Withdraws an open invitation of the organisation or person; false where there is none. */
export async function endInvitation(
  { tx, city, now }: Desk,
  id: string,
  giver: { organisationId: string } | { personId: string },
): Promise<boolean> {
  const [column, value] =
    'personId' in giver ? (['personId', giver.personId] as const) : (['organisationId', giver.organisationId] as const)
  const updated = await tables(tx)
    .updateTable('accounts.invitation')
    .set({ withdrawnAt: now(), phoneSealed: null, phoneBlind: null })
    .where('city', '=', city)
    .where('id', '=', id)
    .where(column, '=', value)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}
