import type { SignedIn } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { beginAt, type Claims, finishAt, providerOf } from '../provider.ts'
import { MINUTE } from '../rules.ts'
import { findIdentity, insertAttempt, insertIdentity, takeAttempt } from '../store/identities.ts'
import { insertPerson } from '../store/people.ts'
import type { Desk } from '../tables.ts'
import { hashToken, newToken } from '../tokens.ts'
import { findOrCreate, signIn, tellRegistered } from './sign-in.ts'

const PATIENCE = 10 * MINUTE
const UNNAMED = '新用户'

/**
 * Begins a sign-in. The attempt's secret stays in the browser that began it, so nobody can be signed in by a link
 * that somebody else prepared.
 * @throws accounts.oidcOff
 */
export async function startOidc(context: Context, returnTo: string): Promise<{ url: string; attempt: string }> {
  const { url, state, nonce, verifier } = await beginAt(providerOf(context.config))
  const attempt = newToken()
  await insertAttempt(context, {
    attemptSha256: hashToken(attempt),
    state,
    nonce,
    verifierSealed: context.secrets.seal(verifier),
    returnTo,
    expiresAt: new Date(context.now().getTime() + PATIENCE),
  })
  return { url, attempt }
}

/** Who the provider means: known by its subject, else by a phone it verified, else new. */
async function personOf(
  desk: Desk,
  { issuer, subject, name, phone }: Claims,
): Promise<{ personId: string; isNew: boolean }> {
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

/** @throws accounts.oidcFailed, accounts.oidcOff */
export async function finishOidc(
  context: Context,
  { attempt, query, client }: { attempt: string; query: string; client: 'browser' | 'program' },
): Promise<SignedIn & { returnTo: string }> {
  const provider = providerOf(context.config)
  const begun = await takeAttempt(context, hashToken(attempt))
  if (!begun) throw fail.oidcFailed()
  const { state, nonce, verifierSealed, returnTo } = begun
  const claims = await finishAt(provider, query, { state, nonce, verifier: context.secrets.open(verifierSealed) })
  return { ...(await signIn(context, { ...(await personOf(context, claims)), client })), returnTo }
}
