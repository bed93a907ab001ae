import { type FoundPerson, platformFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { masked, ownId } from '../rules.ts'
import {
  blindPhone,
  findByPhone,
  findPerson,
  insertSeen,
  isPhoneTaken,
  named,
  peopleBy,
  type Person,
  updatePerson,
} from '../store/people.ts'
import { insertUnmasking } from '../store/unmaskings.ts'
import type { Desk } from '../tables.ts'
import { recordConsent } from './consents.ts'
import { openField } from './me.ts'
import { proveCode } from './signing-in/proof.ts'
import { tellRegistered, UNNAMED } from './signing-in/sign-in.ts'
import { found } from './unmasking.ts'

const PHONE_GIVEN = '窗口登记手机号'

/** Somebody without a phone, as the identity document says that an officer holds in hand. */
export interface Presented {
  residentId: string
  name: string
  /** Version of the words on the paper that was signed. */
  consent: string
  /** Of an account in which that number was written: it is the applicant's, or it is not. */
  account?: 'own' | 'another' | undefined
}

/** A record in which the number stands; its phone is shown in part. */
interface Held {
  id: string
  phone: string | null
}
export type FoundByDocument =
  | { personId: string }
  /** It belongs to a record of another name, or was written into accounts of which nobody has seen a document. */
  | { because: 'otherName' | 'unchecked'; held: Held[] }

/** Characters and case as they are typed differ; the name does not. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•・‧.]/gu, '')
    .toLowerCase()

const isNamed = (person: Person, name: string): boolean => plain(person.name) === plain(name)

const notFound = (desk: Desk, because: 'otherName' | 'unchecked', people: readonly Person[]): FoundByDocument => ({
  because,
  held: people.map((person) => ({ id: person.id, phone: masked('phone', openField(desk, person, 'phone')) })),
})

async function markSeen(desk: Desk, person: Person, name: string, officerId: string): Promise<FoundByDocument> {
  if (person.name !== UNNAMED && !isNamed(person, name)) return notFound(desk, 'otherName', [person])
  await updatePerson(desk, person, {
    ...(person.name === UNNAMED && named(name)),
    documentSeenAt: desk.now(),
    documentSeenBy: officerId,
  })
  return { personId: person.id }
}

async function findOrRecord(
  desk: Desk,
  { residentId, name, account }: Presented,
  officerId: string,
): Promise<FoundByDocument> {
  const known = await peopleBy(desk, 'residentId', residentId)
  const seen = known.find(({ documentSeenAt }) => documentSeenAt !== null)
  if (seen) return isNamed(seen, name) ? { personId: seen.id } : notFound(desk, 'otherName', [seen])
  if (account === 'own' && known.length === 1) return markSeen(desk, known[0]!, name, officerId)
  if (known.length > 0 && account !== 'another') return notFound(desk, 'unchecked', known)
  const personId = await insertSeen(desk, { name, residentId, seenBy: officerId })
  // Another counter was faster.
  if (!personId) return findOrRecord(desk, { residentId, name, consent: '' }, officerId)
  await tellRegistered(desk, personId)
  return { personId }
}

/**
 * The person whose document an officer holds in hand, recorded now if there is no record of it: one for each document.
 * The consent that was signed on paper is kept with who recorded it. Scope `system`.
 */
export async function findByDocument(desk: Desk, given: Presented, officerId: string): Promise<FoundByDocument> {
  const answer = await findOrRecord(desk, given, officerId)
  if ('personId' in answer) {
    const consent = { purpose: 'counter', recipient: 'bureau', textVersion: given.consent }
    await recordConsent(desk, answer.personId, consent, officerId)
  }
  return answer
}

/**
 * Gives a phone to somebody who was recorded by the document and has none: from then on he signs in by it, and what was
 * done at the counter is his to see. A code shows that the phone is at hand. He reads who gave it to him.
 * @throws platform.notFound, accounts.notAtCounter, accounts.codeWrong, accounts.phoneHasAccount
 */
export async function givePhone(
  context: Context,
  personId: string,
  { phone, code }: { phone: string; code: string },
): Promise<FoundPerson> {
  const person = await findPerson(context, personId)
  if (!person || person.erasedAt) throw new AppError(platformFailures.notFound)
  if (!person.documentSeenAt || person.phoneBlind) throw fail.notAtCounter()
  await proveCode(context, phone, 'newPhone', code)
  if (await findByPhone(context, phone)) throw fail.phoneHasAccount()
  const phones = { phoneSealed: context.secrets.seal(phone), phoneBlind: blindPhone(context, phone) }
  await updatePerson(context, person, phones).catch((error: unknown) => {
    throw isPhoneTaken(error) ? fail.phoneHasAccount() : error
  })
  const act = { personId, byPersonId: ownId(context), byOfficer: true, field: 'phone', reason: PHONE_GIVEN } as const
  await insertUnmasking(context, act)
  return found(context, { ...person, ...phones })
}

/** What an officer has to know of a person who applies, besides the name. */
interface Standing {
  /** The identity number, shown in part. */
  document: string | null
  /** When it was seen at a counter. */
  seenAt: Date | null
  hasPhone: boolean
  /** Other records in which the same number stands. */
  others: number
}

/** Scope `system`. */
export async function standingOf(desk: Desk, personId: string): Promise<Standing | undefined> {
  const person = await findPerson(desk, personId)
  if (!person || person.erasedAt) return undefined
  const residentId = openField(desk, person, 'residentId')
  const same = residentId === null ? [] : await peopleBy(desk, 'residentId', residentId)
  return {
    document: masked('residentId', residentId),
    seenAt: person.documentSeenAt,
    hasPhone: person.phoneBlind !== null,
    others: same.filter(({ id }) => id !== personId).length,
  }
}
