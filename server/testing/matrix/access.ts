import { addressOf, type MandatePurpose, type Route } from '@renshu/contracts'
import fc from 'fast-check'
import { callsOf, type RoughCall } from '../arbitrary.ts'

/** Somebody who calls, with what the contract's rule of access needs to know of them. */
export interface Caller {
  name: string
  token: string
  /** Organisations in which the caller has a role, by membership or mandate. */
  roles: Record<string, 'viewer' | 'recruiter' | 'owner'>
  officer?: { administrator: boolean; confirmed: boolean }
  /** What the caller's mandates name; for who acts in the own name nothing is named. */
  purposes?: readonly MandatePurpose[]
  /** The person a helper acts for. */
  forPersonId?: string
}

const RANK = { viewer: 1, recruiter: 2, owner: 3 }

/** The rule of access once more, written from the decision page and not from the code it checks. */
export function mayCall({ access, mandate }: Route, caller: Caller, organisationId: string | undefined): boolean {
  if (access === 'public') return true
  if (!caller.token) return false
  const isNamed = mandate !== undefined && (mandate === 'any' || caller.purposes?.includes(mandate) === true)
  if (access === 'person') return isNamed || caller.forPersonId === undefined
  if (access === 'officer') return caller.officer?.confirmed ?? false
  if (access === 'administrator') return (caller.officer?.confirmed && caller.officer.administrator) ?? false
  const role = organisationId === undefined ? undefined : caller.roles[organisationId]
  return role !== undefined && RANK[role] >= RANK[access] && (isNamed || !caller.purposes)
}

/** How many calls are drawn at first, and how many where none of those was accepted: queries of many parts are rare. */
const DRAWN = [4, 300, 4000]
const drawn = new Map<string, RoughCall>()

/** A call that the contract accepts, the same every time. */
export function callOf(route: Route, params: Record<string, string>): RoughCall {
  const key = `${route.method} ${route.path} ${JSON.stringify(params)}`
  const call =
    drawn.get(key) ??
    DRAWN.reduce<RoughCall | undefined>((found, most) => found ?? draw(route, params, most), undefined)
  if (!call) throw new Error(`no acceptable call of ${route.method} ${route.path} was found`)
  drawn.set(key, call)
  return call
}

function draw(route: Route, params: Record<string, string>, numRuns: number): RoughCall | undefined {
  for (const call of fc.sample(callsOf(route), { numRuns, seed: 7 })) {
    const filled = {
      ...call,
      params: { ...call.params, ...Object.fromEntries(Object.entries(params).filter(([name]) => name in call.params)) },
    }
    const parts = [
      [route.params, filled.params],
      [route.query, queryAsText(filled.query)],
      [route.body, filled.body],
    ] as const
    if (parts.every(([schema, value]) => !schema || schema.safeParse(value).success)) return filled
  }
  return undefined
}

const queryAsText = (query: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, String(value)]),
  )

export function requestOf(
  route: Route,
  call: RoughCall,
  { token, forPersonId }: Pick<Caller, 'token' | 'forPersonId'>,
  key: string,
): Request {
  const body = call.bytes ?? (call.body === undefined || route.method === 'GET' ? undefined : JSON.stringify(call.body))
  return new Request(`http://localhost${addressOf(route, { params: call.params, query: call.query })}`, {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(forPersonId && { 'renshu-for': forPersonId }),
    },
    ...(body !== undefined && { body }),
  })
}

/** Codes by which the rule of access refuses. */
export const REFUSALS = new Set([
  'platform.signedOut',
  'platform.accessDenied',
  'platform.notMandated',
  'platform.secondFactorNeeded',
])
