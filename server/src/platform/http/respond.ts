import { createHash } from 'node:crypto'
import { platformFailures, type Route } from '@renshu/contracts'
import type { Context as Request } from 'hono'
import type { AppError } from '../errors.ts'
import type { FileMade } from './context.ts'
import { problemOf } from './problem.ts'
import type { Services } from '../services.ts'
import { type Caller, callerOf, SESSION_COOKIE } from './request.ts'

const SESSION_SECONDS = 30 * 86_400

const headersOf = (caller: Caller): Headers =>
  new Headers({
    'x-request-id': caller.requestId,
    'content-language': caller.language,
    vary: 'accept-language, cookie',
  })

/** Only beside a success: a session that a failed request began or ended was neither begun nor ended. */
function setCookie(headers: Headers, { newSession, secure }: Caller): void {
  if (newSession === undefined) return
  const [value, seconds] = newSession === null ? ['', 0] : [newSession, SESSION_SECONDS]
  headers.append(
    'set-cookie',
    `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  )
}

/** The answer of a handler as a response; a repeated read of the same answer is 304. */
export function responseOf(route: Route, answer: unknown, caller: Caller, request: Request): Response {
  const headers = headersOf(caller)
  setCookie(headers, caller)
  headers.set('cache-control', route.access === 'public' && route.method === 'GET' ? 'no-cache' : 'private, no-cache')
  if (route.produces === 'bytes') return fileResponse(answer as FileMade, headers)
  const text = JSON.stringify(answer)
  headers.set('content-type', 'application/json; charset=utf-8')
  if (route.method === 'GET') {
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
    headers.set('etag', etag)
    if (request.req.header('if-none-match')?.split(/,\s*/).includes(etag))
      return new Response(null, { status: 304, headers })
  }
  return new Response(text, { status: 200, headers })
}

/** Always a download: nothing that was uploaded is ever shown as a page of this site. */
function fileResponse({ name, type, bytes }: FileMade, headers: Headers): Response {
  headers.set('content-type', type)
  headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`)
  return new Response(bytes instanceof Uint8Array ? bytes : ReadableStream.from(bytes), { status: 200, headers })
}

export function problemResponse(error: AppError, caller: Caller): Response {
  const problem = problemOf(error, caller.language, caller.requestId)
  const headers = headersOf(caller)
  headers.set('content-type', 'application/problem+json; charset=utf-8')
  headers.set('cache-control', 'no-store')
  if (error.failure.code === platformFailures.tooManyRequests.code)
    headers.set('retry-after', String(error.values['seconds'] ?? 1))
  if (problem.status === 503) headers.set('retry-after', '2')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** A problem outside any route. */
export const problemAnswer = (error: AppError, request: Request, services: Services): Response =>
  problemResponse(error, callerOf(request, services))
