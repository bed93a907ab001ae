import { type MandatePurpose, type MemberRole, platformFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import { type Context, countWithin } from '../../../platform/http/index.ts'
import { sendLater } from '../../../platform/messages/index.ts'
import { fail } from '../errors.ts'
import { checkPeriod, masked, ownId } from '../rules.ts'
import {
  endInvitation,
  findInvitation,
  helperInvitationsOf,
  insertInvitation,
  type InvitationRow,
  invitationsOf,
  markAccepted,
} from '../store/invitations.ts'
import { endMandate, helpersOf, insertMandate } from '../store/mandates.ts'
import { blindPhone, findPerson } from '../store/people.ts'
import type { Desk } from '../tables.ts'
import { newInvitationCode } from '../tokens.ts'
import { openField, findOwn } from './me.ts'
import { addMember } from './members.ts'

const WORDS = {
  zh: (code: string) => `【人枢】您收到一份邀请，邀请码 ${code}，7 天内登录后在“接受邀请”中填写。不认识对方请忽略。`,
  en: (code: string) =>
    `[Renshu] You are invited. Sign in within 7 days and enter ${code}. Ignore this if it is unexpected.`,
}

/** Whoever invites: nobody is sent more of these messages in a day. */
const MOST_TO_ONE_PHONE = { times: 10, seconds: 86_400 }

/** The same message whether or not the phone belongs to anybody. */
async function invite(context: Context, offer: Parameters<typeof insertInvitation>[1], phone: string) {
  // Under a name of its own, so that the count outlives neither an erased phone nor the day.
  await countWithin(context, `invitation ${context.secrets.blind('invitedPhone', phone)}`, MOST_TO_ONE_PHONE)
  const code = newInvitationCode()
  const invitation = await insertInvitation(context, offer, { phone, code, invitedByPersonId: ownId(context) })
  await sendLater(context.tx, context, {
    channel: 'sms',
    to: context.secrets.seal(phone),
    about: blindPhone(context, phone),
    kind: 'accounts.invitation',
    text: WORDS[context.language](code),
    until: invitation.expiresAt,
  })
  return invitation
}

const phoneOf = ({ secrets }: Desk, sealed: string | null) => masked('phone', sealed && secrets.open(sealed)) ?? ''

const shown = (desk: Desk, { id, phoneSealed, role, createdAt, expiresAt }: InvitationRow) => ({
  id,
  phone: phoneOf(desk, phoneSealed),
  role: role!,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})

export async function listInvitations(context: Context, organisationId: string) {
  return { items: (await invitationsOf(context, organisationId)).map((row) => shown(context, row)) }
}

export async function inviteMember(
  context: Context,
  organisationId: string,
  { phone, role }: { phone: string; role: MemberRole },
) {
  return shown(context, await invite(context, { organisationId, role }, phone))
}

export async function withdrawInvitation(context: Context, organisationId: string, id: string): Promise<void> {
  if (!(await endInvitation(context, id, { organisationId }))) throw new AppError(platformFailures.notFound)
}

/** @throws accounts.mandateToSelf, accounts.mandatePeriod */
export async function inviteHelper(
  context: Context,
  { phone, purposes, until }: { phone: string; purposes: MandatePurpose[]; until: string },
) {
  const person = await findOwn(context)
  if (openField(context, person, 'phone') === phone) throw fail.mandateToSelf()
  checkPeriod(dayOf(context.now()), until, context.now())
  const offer = { personId: person.id, purposes: [...new Set(purposes)], untilDay: until }
  return helperInvited(context, await invite(context, offer, phone))
}

const helperInvited = (desk: Desk, { id, phoneSealed, purposes, untilDay }: InvitationRow) => ({
  id,
  personId: null,
  name: null,
  phone: phoneOf(desk, phoneSealed),
  purposes: purposes!,
  until: untilDay!,
  status: 'invited' as const,
})

/** Invited, active and former helpers of the person who asks. */
export async function listHelpers(context: Context) {
  const personId = ownId(context)
  const invited = (await helperInvitationsOf(context, personId)).map((row) => helperInvited(context, row))
  const mandates = await helpersOf(context, personId)
  const today = dayOf(context.now())
  const known = []
  for (const { id, agentPersonId, purposes, untilDay, withdrawnAt } of mandates) {
    const helper = await findPerson(context, agentPersonId!)
    known.push({
      id,
      personId: agentPersonId,
      name: helper?.name ?? null,
      phone: phoneOf(context, helper?.phoneSealed ?? null),
      purposes,
      until: untilDay,
      status: withdrawnAt || untilDay < today ? ('ended' as const) : ('active' as const),
    })
  }
  return { items: [...invited, ...known] }
}

export async function endHelper(context: Context, id: string): Promise<void> {
  const personId = ownId(context)
  if (await endInvitation(context, id, { personId })) return
  if (!(await endMandate(context, id, { personId }, personId))) throw new AppError(platformFailures.notFound)
}

async function acceptAsHelper(desk: Desk, invitation: InvitationRow, agentPersonId: string): Promise<void> {
  const { personId, purposes, untilDay } = invitation
  if (personId === agentPersonId) throw fail.mandateToSelf()
  const today = dayOf(desk.now())
  if (untilDay! < today) throw fail.invitationGone()
  const terms = { purposes: purposes!, fromDay: today, untilDay: untilDay!, givenByPersonId: personId! }
  await insertMandate(desk, { personId: personId!, agentPersonId }, terms, agentPersonId)
}

/**
 * Takes up an invitation that was sent to the phone of the person who asks.
 * @throws accounts.invitationGone, accounts.alreadyMember
 */
export async function acceptInvitation(context: Context, code: string) {
  const person = await findOwn(context)
  const invitation = person.phoneBlind && (await findInvitation(context, person.phoneBlind, code))
  if (!invitation) throw fail.invitationGone()
  const { id, organisationId, role, personId, invitedByPersonId } = invitation
  await markAccepted(context, id, person.id)
  if (!organisationId || !role) {
    await acceptAsHelper(context, invitation, person.id)
    return { kind: 'helper' as const, organisationId, role, personId }
  }
  const member = { organisationId, personId: person.id, role, addedByPersonId: invitedByPersonId }
  if (!(await addMember(context, member))) throw fail.alreadyMember()
  return { kind: 'member' as const, organisationId, role, personId }
}
