import { CityCode, Id, platformFailures, type Route } from '@renshu/contracts'
import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Request } from 'hono'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { type Language, languageOf } from './language.ts'

export const SESSION_COOKIE = 'renshu_session'

/** What the envelope of a request says, before anybody knows who it is. */
export interface Caller {
  requestId: string
  city: string
  language: Language
  address: string
  userAgent: string
  token: string | null
  forPersonId: string | null
  key: string | null
  secure: boolean
  /** Set by the handler: a new session, or null to end it. */
  newSession?: string | null
}

const header = <T>(request: Request, name: string, schema: z.ZodType<T>): T | null => {
  const parsed = schema.safeParse(request.req.header(name))
  return parsed.success ? parsed.data : null
}
const Key = z.string().regex(/^[\x21-\x7E]{8,100}$/)
const RequestId = z.string().regex(/^[\w-]{8,64}$/)
const Token = z.string().regex(/^[\w-]{20,100}$/)

/** The address of the caller; of X-Forwarded-For only what own proxies wrote is believed. */
function addressOf(request: Request, { TRUSTED_PROXIES }: Config): string {
  const forwarded = (request.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const believed = TRUSTED_PROXIES ? forwarded.at(-TRUSTED_PROXIES) : undefined
  if (believed) return believed.slice(0, 64)
  try {
    return getConnInfo(request).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

function tokenOf(request: Request): string | null {
  const bearer = /^Bearer ([\w-]+)$/.exec(request.req.header('authorization') ?? '')?.[1]
  const given = Token.safeParse(bearer ?? getCookie(request, SESSION_COOKIE))
  return given.success ? given.data : null
}

export function callerOf(request: Request, { config, clock }: Services): Caller {
  const address = addressOf(request, config)
  const token = tokenOf(request)
  return {
    requestId: header(request, 'x-request-id', RequestId) ?? clock.newId(),
    city: header(request, 'renshu-city', CityCode) ?? config.CITY,
    language: languageOf(request.req.header('accept-language')),
    address,
    userAgent: (request.req.header('user-agent') ?? '').slice(0, 200),
    token,
    forPersonId: header(request, 'renshu-for', Id),
    key: header(request, 'idempotency-key', Key),
    secure: config.PUBLIC_URL?.startsWith('https:') ?? false,
  }
}

const hostOf = (text: string) => (URL.canParse(text) ? new URL(text).host : '')

/**
 * A browser says where a write comes from; another site's is refused, with a session (CSRF) or without (a sign-in
 * into somebody else's account).
 * @throws platform.foreignOrigin
 */
export function refuseForeignOrigin(route: Route, request: Request, { PUBLIC_URL }: Config): void {
  if (route.method === 'GET') return
  const site = request.req.header('sec-fetch-site')
  const origin = request.req.header('origin')
  const own = [hostOf(request.req.url), ...(PUBLIC_URL ? [hostOf(PUBLIC_URL)] : [])]
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && !own.includes(hostOf(origin))
  if (foreignSite || foreignOrigin) throw new AppError(platformFailures.foreignOrigin)
}

/** An IPv6 address as its network: one customer has 2^64 addresses to call from. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [left = [], right = []] = address.split('::').map((half) => (half ? half.split(':') : []))
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
