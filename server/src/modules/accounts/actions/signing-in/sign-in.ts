import { platformFailures, type SignedIn } from '@renshu/contracts'
import { dayOf } from '../../../../platform/clock.ts'
import { AppError } from '../../../../platform/errors.ts'
import type { Context } from '../../../../platform/http/index.ts'
import { emit } from '../../../../platform/outbox/index.ts'
import { append } from '../../../ledger/index.ts'
import { lifeOf } from '../../rules.ts'
import { findOfficer, type OfficerRow } from '../../store/officers.ts'
import { blindPhone, findByPhone, insertPerson } from '../../store/people.ts'
import { dropOldSessions, endByToken, insertSession } from '../../store/signing-in/sessions.ts'
import type { Desk } from '../../tables.ts'
import { hashToken, newToken } from '../../tokens.ts'
import { lookAtPassword, type PasswordChecked, type PasswordSeen, proveCode, provePassword } from './proof.ts'

type ClientKind = 'browser' | 'program'
/** How somebody is called who gave no name. */
export const UNNAMED = '新用户'

/** The person with this phone, made now if there is none. */
export async function findOrCreate(
  desk: Desk,
  phone: string,
  name: string = UNNAMED,
): Promise<{ personId: string; isNew: boolean }> {
  const known = await findByPhone(desk, phone)
  if (known) return { personId: known.id, isNew: false }
  const personId = await insertPerson(desk, name, phone)
  // Somebody else made it in the meantime.
  if (!personId) return { personId: (await findByPhone(desk, phone))!.id, isNew: false }
  await tellRegistered(desk, personId)
  return { personId, isNew: true }
}

/** Counts a new person and tells of it. Scope system. */
export async function tellRegistered(desk: Desk, personId: string): Promise<void> {
  const { tx, city, now } = desk
  const kind = 'accounts.personRegistered'
  await append(desk, { kind, occurredOn: dayOf(now()), sourceId: personId, personId })
  await emit(tx, { city, kind, payload: { personId }, happenedAt: now() })
}

/**
 * A session with a token of its own.
 * @param confirmed the second factor was passed
 * @param askedAt when the identity provider asked the person anew
 * @returns the token; only its hash is kept
 */
export async function openSession(
  desk: Desk,
  {
    personId,
    userAgent,
    confirmed,
    askedAt = null,
  }: { personId: string; userAgent: string; confirmed: boolean; askedAt?: Date | null },
): Promise<string> {
  const token = newToken()
  const officer = await findOfficer(desk, personId)
  await insertSession(desk, {
    tokenSha256: hashToken(token),
    personId,
    confirmedAt: confirmed ? desk.now() : null,
    askedAt,
    expiresAt: new Date(desk.now().getTime() + lifeOf(officer !== undefined)),
    userAgent,
  })
  return token
}

function nextFactor(officer: OfficerRow | undefined, confirmed: boolean): SignedIn['secondFactor'] {
  if (!officer) return 'none'
  if (confirmed) return 'passed'
  return officer.totpSealed ? 'needed' : 'enrol'
}

/** Gives the caller a new session in place of the one it came with. */
export async function signIn(
  context: Context,
  {
    personId,
    isNew,
    client,
    confirmed = false,
    askedAt = null,
  }: { personId: string; isNew: boolean; client: ClientKind; confirmed?: boolean; askedAt?: Date | null },
): Promise<SignedIn> {
  if (context.token) await endByToken(context, hashToken(context.token))
  await dropOldSessions(context, personId)
  const token = await openSession(context, { personId, userAgent: context.userAgent, confirmed, askedAt })
  if (client === 'browser') context.setSession(token)
  const secondFactor = nextFactor(await findOfficer(context, personId), confirmed)
  return { personId, isNew, secondFactor, token: client === 'program' ? token : null }
}

/** @throws accounts.codeWrong */
export async function signInByCode(
  context: Context,
  { phone, code, name, client }: { phone: string; code: string; name?: string | undefined; client: ClientKind },
): Promise<SignedIn> {
  await proveCode(context, phone, 'signIn', code)
  return signIn(context, { ...(await findOrCreate(context, phone, name)), client })
}

/** @throws accounts.tooManyTries */
export const lookAtPhone = async (
  context: Context,
  { phone, password }: { phone: string; password: string },
): Promise<PasswordSeen> =>
  lookAtPassword(context, blindPhone(context, phone), password, await findByPhone(context, phone))

/** @throws accounts.passwordWrong, accounts.tooManyTries */
export async function signInByPassword(
  context: Context,
  { phone, client }: { phone: string; client: ClientKind },
  checked: PasswordChecked,
): Promise<SignedIn> {
  const found = await findByPhone(context, phone)
  const person = await provePassword(context, blindPhone(context, phone), found, checked)
  return signIn(context, { personId: person.id, isNew: false, client })
}

/** The messages shown instead of being sent; there is no such page outside development. */
export function shownMessages({ messages }: Context) {
  if (!messages.shown) throw new AppError(platformFailures.notFound)
  return { items: messages.shown().map((message) => ({ ...message, sentAt: message.sentAt.toISOString() })) }
}
