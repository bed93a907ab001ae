import { type Client, clientOf, type RouteTable } from '@renshu/contracts'
import { languageNow } from '../i18n/index.ts'
import { now } from './clock.ts'
import { sendOnce } from './network/once.ts'
import { send } from './network/reach.ts'
import { askToSignIn } from './sign-in-request.ts'

/** `crypto.randomUUID` is missing on pages served without TLS, as in a trial inside a building. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Sends a request. Where the session has ended the person signs in over the open page and the same request, with
 * its idempotency key, goes out again: nothing typed is lost.
 */
async function sendSignedIn(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await send(request)
  if (response.status !== 401 || !(await askToSignIn())) return response
  return send(again)
}

const shared = {
  origin: location.origin,
  newKey,
  headers: () => ({ 'accept-language': languageNow() }),
}

/** A client whose calls ask for sign-in when the session is gone. */
export const signedInClient = <T extends RouteTable>(table: T): Client<T> =>
  clientOf(table, { ...shared, send: (request) => sendOnce(request, sendSignedIn, now) })

/** A client of a helper, who acts for somebody else by a mandate. */
export const helpersClient = <T extends RouteTable>(table: T, personId: string): Client<T> =>
  clientOf(table, {
    ...shared,
    headers: () => ({ ...shared.headers(), 'renshu-for': personId }),
    send: (request) => sendOnce(request, sendSignedIn, now),
  })

/** A client for pages anybody may see, and for asking whether somebody is signed in. */
export const plainClient = <T extends RouteTable>(table: T): Client<T> =>
  clientOf(table, { ...shared, send: (request) => sendOnce(request, send, now) })
