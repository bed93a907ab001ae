import type { Services } from '../../../platform/services.ts'
import { sendLater } from '../../../platform/messages/index.ts'
import { listMembers } from '../store/members.ts'
import { findPerson, type Person } from '../store/people.ts'
import type { Desk } from '../tables.ts'

/** What modules above tell people. */
export interface Notice {
  /** `module.camelCase`; all that is readable in the queue. */
  kind: string
  text: string
  /** Past this instant it is not sent any more. */
  until?: Date
}

type Telling = Desk & Pick<Services, 'jobs'>

async function send(
  desk: Telling,
  { phoneSealed, phoneBlind }: Pick<Person, 'phoneSealed' | 'phoneBlind'>,
  notice: Notice,
) {
  if (phoneSealed && phoneBlind)
    await sendLater(desk.tx, desk, { channel: 'sms', to: phoneSealed, about: phoneBlind, ...notice })
}

/** Sends a text message to the phone of an account, after commit; nothing where there is none. Scope system. */
export async function tellPerson(desk: Telling, personId: string, notice: Notice): Promise<void> {
  const person = await findPerson(desk, personId)
  if (person) await send(desk, person, notice)
}

/** The same to those who own an organisation. Scope system. */
export async function tellOwners(desk: Telling, organisationId: string, notice: Notice): Promise<void> {
  const members = await listMembers(desk, organisationId)
  for (const { personId } of members.filter(({ role }) => role === 'owner')) await tellPerson(desk, personId, notice)
}
