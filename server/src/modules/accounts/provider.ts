import * as client from 'openid-client'
import type { Config } from '../../platform/config.ts'
import { fail } from './errors.ts'

/** Seconds within which the provider has to answer. */
const PATIENCE = 5
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What the city's unified identity says of somebody. */
export interface Claims {
  issuer: string
  subject: string
  name: string | null
  /** Only where the provider has verified it. */
  phone: string | null
  /** When the provider last asked the person, seconds since 1970; null where it does not say. */
  askedAt: number | null
}

interface Secret {
  state: string
  nonce: string
  verifier: string
}

const known = new Map<string, Promise<client.Configuration>>()

/** @throws accounts.oidcOff unless the settings name a provider and the address people come back to */
export function providerOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL }: Config) {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL) throw fail.oidcOff()
  return {
    issuer: new URL(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    returnAddress: new URL('/sign-in/return', PUBLIC_URL),
  }
}
type Provider = ReturnType<typeof providerOf>

/** Reads what the provider says of itself, once; plain HTTP only on this machine, and never another address. */
function discover({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  const key = `${issuer.href} ${clientId}`
  // Signatures are checked although the token comes straight from the provider: a proxy may stand between.
  const execute = [client.enableNonRepudiationChecks]
  if (LOCAL.has(issuer.hostname)) execute.push(client.allowInsecureRequests)
  const found =
    known.get(key) ?? client.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: PATIENCE })
  known.set(key, found)
  found.catch(() => known.delete(key))
  return found
}

/**
 * Where to send the browser, and what to keep for its return.
 * @param again the provider has to ask who it is, even where it knows the browser
 * @throws accounts.oidcOff where the provider does not answer
 */
export async function beginAt(provider: Provider, again: boolean): Promise<Secret & { url: string }> {
  const secret = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
  const found = await discover(provider).catch(() => {
    throw fail.oidcOff()
  })
  const url = client.buildAuthorizationUrl(found, {
    redirect_uri: provider.returnAddress.href,
    scope: 'openid profile phone',
    state: secret.state,
    nonce: secret.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secret.verifier),
    code_challenge_method: 'S256',
    // `max_age` obliges the provider to say when it asked, which `prompt` alone does not.
    ...(again && { prompt: 'login', max_age: '0' }),
  })
  return { ...secret, url: url.href }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null)

/** `+86 138-0013-8000` as `13800138000`; null for what is not a mobile phone of the mainland. */
function mobileOf(value: unknown): string | null {
  const digits = (text(value) ?? '').replaceAll(/[\s-]/g, '').replace(/^\+?86(?=1)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/**
 * Exchanges what the provider appended to the return address for its claims: state, nonce, PKCE and the signature's
 * key are checked by openid-client.
 * @returns null where the provider does not confirm anybody
 */
export async function finishAt(provider: Provider, query: string, secret: Secret): Promise<Claims | null> {
  const back = new URL(provider.returnAddress)
  back.search = query
  try {
    const tokens = await client.authorizationCodeGrant(await discover(provider), back, {
      pkceCodeVerifier: secret.verifier,
      expectedState: secret.state,
      expectedNonce: secret.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    const phone = claims['phone_number_verified'] === true ? mobileOf(claims['phone_number']) : null
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: text(claims['name'])?.slice(0, 40) ?? null,
      phone,
      askedAt: claims.auth_time ?? null,
    }
  } catch {
    return null
  }
}
