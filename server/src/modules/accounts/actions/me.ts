import { type Me, type OwnCodePurpose, platformFailures, type Proof, type SensitiveField } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { masked, ownId } from '../rules.ts'
import { agenciesFor, helpedBy } from '../store/mandates.ts'
import { membershipsOf } from '../store/members.ts'
import { findOfficer } from '../store/officers.ts'
import { blindPhone, findPerson, isPhoneTaken, named, type Person, updatePerson } from '../store/people.ts'
import { endSessions } from '../store/signing-in/sessions.ts'
import type { Desk } from '../tables.ts'
import { type PasswordChecked, prove, proveCode, sendCode } from './signing-in/proof.ts'

const COLUMNS = { phone: 'phoneSealed', email: 'emailSealed', residentId: 'residentIdSealed' } as const

/** A sensitive field in full. Whoever calls this records the look. */
export function openField({ secrets }: Pick<Desk, 'secrets'>, person: Person, field: SensitiveField): string | null {
  const sealed = person[COLUMNS[field]]
  return sealed && secrets.open(sealed)
}

/** The record of the person who asks. */
export async function findOwn(context: Context): Promise<Person> {
  const person = await findPerson(context, ownId(context))
  if (!person) throw new AppError(platformFailures.notFound)
  return person
}

/** Own organisations, then those for which an agency of the person has a mandate. */
async function standings(desk: Desk, personId: string): Promise<Me['memberships']> {
  const own = await membershipsOf(desk, personId)
  const through = await agenciesFor(desk, personId, null)
  const members = own.map(({ organisationId, role }) => ({
    organisationId,
    role,
    throughOrganisationId: null,
    purposes: null,
  }))
  const inOwn = new Set(own.map(({ organisationId }) => organisationId))
  const clients = through
    .filter(({ organisationId }) => !inOwn.has(organisationId))
    .map(({ agentId, ...client }) => ({ ...client, role: 'recruiter' as const, throughOrganisationId: agentId }))
  return [...members, ...clients]
}

export async function getMe(context: Context): Promise<Me> {
  const person = await findOwn(context)
  const officer = await findOfficer(context, person.id)
  const show = (field: SensitiveField) => masked(field, openField(context, person, field))
  return {
    id: person.id,
    name: person.name,
    phone: show('phone'),
    email: show('email'),
    residentId: show('residentId'),
    hasPassword: person.passwordHash !== null,
    officer: officer
      ? {
          district: officer.district,
          administrator: officer.administrator,
          enrolled: officer.totpSealed !== null,
          confirmed: context.actor.officer?.confirmed === true,
        }
      : null,
    memberships: await standings(context, person.id),
    helps: await helpedBy(context, person.id),
    version: person.version,
  }
}

interface Changes {
  name?: string | undefined
  email?: string | null | undefined
  residentId?: string | null | undefined
  version: number
}

/** @throws platform.stale */
export async function changeMe(context: Context, { name, email, residentId, version }: Changes): Promise<Me> {
  const { secrets } = context
  const seal = (value: string | null) => value && secrets.seal(value)
  // A number that nobody has seen takes the place of one that was.
  const unseen = { documentSeenAt: null, documentSeenBy: null }
  await updatePerson(
    context,
    { id: ownId(context), version },
    {
      ...(name !== undefined && named(name)),
      ...(email !== undefined && { emailSealed: seal(email) }),
      ...(residentId !== undefined && {
        residentIdSealed: seal(residentId),
        residentIdBlind: residentId && secrets.blind('residentId', residentId),
        ...unseen,
      }),
    },
  )
  return getMe(context)
}

/**
 * Sends a code to the phone of the person who asks.
 * @throws accounts.tooManyCodes; accounts.signInAgain to who has no phone and proves by that
 */
export async function sendOwnCode(context: Context, purpose: OwnCodePurpose): Promise<void> {
  const phone = openField(context, await findOwn(context), 'phone')
  if (!phone) throw fail.signInAgain()
  await sendCode(context, phone, purpose)
}

/**
 * Moves the account to another phone; other devices are signed out.
 * @throws accounts.codeWrong, accounts.passwordWrong, accounts.signInAgain, accounts.phoneTaken, platform.stale
 */
export async function changePhone(
  context: Context,
  { phone, code, proof }: { phone: string; code: string; proof: Proof },
  checked: PasswordChecked | null,
): Promise<void> {
  const person = await findOwn(context)
  await prove(context, person, { purpose: 'changePhone', proof, checked })
  await proveCode(context, phone, 'newPhone', code)
  const phones = { phoneSealed: context.secrets.seal(phone), phoneBlind: blindPhone(context, phone) }
  try {
    await updatePerson(context, person, phones)
  } catch (error) {
    if (isPhoneTaken(error)) throw fail.phoneTaken()
    throw error
  }
  await endSessions(context, person.id, context.actor.sessionId)
}

/**
 * @param made the hash of the new password, and what became of the old one if the proof brought it
 * @throws accounts.codeWrong, accounts.passwordWrong, accounts.signInAgain, platform.stale
 */
export async function setPassword(
  context: Context,
  proof: Proof,
  { hash, checked }: { hash: string; checked: PasswordChecked | null },
): Promise<void> {
  const person = await findOwn(context)
  await prove(context, person, { purpose: 'setPassword', proof, checked })
  await updatePerson(context, person, { passwordHash: hash })
  await endSessions(context, person.id, context.actor.sessionId)
}
