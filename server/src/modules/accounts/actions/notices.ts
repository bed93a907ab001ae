import type { MemberRole } from '@renshu/contracts'
import type { Services } from '../../../platform/services.ts'
import { sendLater } from '../../../platform/messages/index.ts'
import { listMembers } from '../store/members.ts'
import { findPerson, type Person } from '../store/people.ts'
import type { Desk } from '../tables.ts'

/** What modules above tell people. */
export interface Notice {
  /** `module.camelCase`; all that is readable in the queue. */
  kind: string
  /** Given where it may also go by mail, to an address nobody has checked. */
  subject?: string
  text: string
  /** Past this instant it is not sent any more. */
  until?: Date
}

type Telling = Desk & Pick<Services, 'jobs'>

async function send(desk: Telling, { id, phoneSealed, phoneBlind, emailSealed }: Person, notice: Notice) {
  if (phoneSealed && phoneBlind)
    await sendLater(desk.tx, desk, { channel: 'sms', to: phoneSealed, about: phoneBlind, ...notice })
  if (emailSealed && notice.subject)
    await sendLater(desk.tx, desk, { channel: 'mail', to: emailSealed, about: id, ...notice })
}

/**
 * Sends a text message to the phone of an account, after commit, and a mail to its address where the notice has a
 * subject; nothing where there is neither. Scope system.
 */
export async function tellPerson(desk: Telling, personId: string, notice: Notice): Promise<void> {
  const person = await findPerson(desk, personId)
  if (person) await send(desk, person, notice)
}

async function tellMembers(desk: Telling, organisationId: string, roles: readonly MemberRole[], notice: Notice) {
  for (const { personId, role } of await listMembers(desk, organisationId))
    if (roles.includes(role)) await tellPerson(desk, personId, notice)
}

/** The same to those who own an organisation. Scope system. */
export const tellOwners = (desk: Telling, organisationId: string, notice: Notice): Promise<void> =>
  tellMembers(desk, organisationId, ['owner'], notice)

/** The same to those who recruit for an organisation: owners and recruiters. Scope system. */
export const tellRecruiters = (desk: Telling, organisationId: string, notice: Notice): Promise<void> =>
  tellMembers(desk, organisationId, ['owner', 'recruiter'], notice)
