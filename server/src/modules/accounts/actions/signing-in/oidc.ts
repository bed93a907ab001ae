import type { SignedIn } from '@renshu/contracts'
import { outside } from '../../../../platform/clock.ts'
import type { Context } from '../../../../platform/http/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { fail } from '../../errors.ts'
import { beginAt, type Claims, finishAt, providerOf } from '../../provider.ts'
import { MINUTE } from '../../rules.ts'
import { lockBlind } from '../../store/signing-in/codes.ts'
import {
  blindSubject,
  findAttempt,
  findIdentity,
  insertAttempt,
  insertIdentity,
  takeAttempt,
} from '../../store/signing-in/identities.ts'
import { insertPerson } from '../../store/people.ts'
import type { Desk } from '../../tables.ts'
import { hashToken, newToken } from '../../tokens.ts'
import { findOrCreate, signIn, tellRegistered, UNNAMED } from './sign-in.ts'

const PATIENCE = 10 * MINUTE
/** By how much the provider's clock may be behind ours; it tells whole seconds. */
const SKEW = 31_000

/**
 * Prepares a sign-in with the provider, who may have to be asked what it is.
 * @throws accounts.oidcOff
 */
export const prepareOidc = (again: boolean, { config }: Services) => beginAt(providerOf(config), again)

/**
 * Begins a sign-in. The attempt's secret stays in the browser that began it, so nobody can be signed in by a link
 * that somebody else prepared.
 */
export async function startOidc(
  context: Context,
  { returnTo, again }: { returnTo: string; again: boolean },
  { url, state, nonce, verifier }: Awaited<ReturnType<typeof prepareOidc>>,
): Promise<{ url: string; attempt: string }> {
  const attempt = newToken()
  await insertAttempt(context, {
    attemptSha256: hashToken(attempt),
    state,
    nonce,
    verifierSealed: context.secrets.seal(verifier),
    returnTo,
    again,
    expiresAt: new Date(context.now().getTime() + PATIENCE),
  })
  return { url, attempt }
}

/** Who the provider means: known by its subject, else by a phone it verified, else new. */
async function personOf(
  desk: Desk,
  { issuer, subject, name, phone }: Claims,
): Promise<{ personId: string; isNew: boolean }> {
  // Two tabs may both bring the first sign-in of one person.
  await lockBlind(desk, blindSubject(desk, issuer, subject))
  const known = await findIdentity(desk, issuer, subject)
  if (known) return { personId: known, isNew: false }
  if (phone) {
    const found = await findOrCreate(desk, phone, name ?? UNNAMED)
    await insertIdentity(desk, found.personId, issuer, subject)
    return found
  }
  const personId = (await insertPerson(desk, name ?? UNNAMED, null))!
  await tellRegistered(desk, personId)
  await insertIdentity(desk, personId, issuer, subject)
  return { personId, isNew: true }
}

interface Return {
  attempt: string
  query: string
  client: 'browser' | 'program'
}

/**
 * What was kept at the beginning of the sign-in that comes back.
 * @throws accounts.oidcFailed
 */
export async function findBegun(context: Context, { attempt, query }: Return) {
  const begun = await findAttempt(context, hashToken(attempt))
  if (!begun) throw fail.oidcFailed()
  return { ...begun, query }
}

/**
 * Asks the provider, once, who came back.
 * @returns null where it does not confirm anybody
 * @throws accounts.oidcOff
 */
export const askProvider = (
  { query, state, nonce, verifierSealed }: Awaited<ReturnType<typeof findBegun>>,
  { config, secrets }: Services,
): Promise<Claims | null> =>
  finishAt(providerOf(config), query, { state, nonce, verifier: secrets.open(verifierSealed) })

/**
 * When the provider asked who it is, where it was told to ask.
 * @throws accounts.oidcNotAsked where it did not since the attempt began, or does not say
 */
function askedSince(
  { again, expiresAt }: { again: boolean; expiresAt: Date },
  claims: Claims,
  { now, config }: Pick<Context, 'now' | 'config'>,
): Date | null {
  if (!again) return null
  // The provider's clock is the true one.
  const begunAt = outside(new Date(expiresAt.getTime() - PATIENCE), config.CLOCK_AHEAD).getTime()
  if (claims.askedAt === null || claims.askedAt * 1000 < begunAt - SKEW) throw fail.oidcNotAsked()
  return now()
}

/**
 * Signs in whom the provider confirmed. The attempt is spent either way, and whoever took it first has it.
 * @throws accounts.oidcFailed, accounts.oidcNotAsked
 */
export async function finishOidc(
  context: Context,
  { attempt, client }: Return,
  claims: Claims | null,
): Promise<SignedIn & { returnTo: string }> {
  const begun = await takeAttempt(context, hashToken(attempt))
  if (!begun || !claims) throw fail.oidcFailed()
  const askedAt = askedSince(begun, claims, context)
  const signedIn = await signIn(context, { ...(await personOf(context, claims)), client, askedAt })
  return { ...signedIn, returnTo: begun.returnTo }
}
