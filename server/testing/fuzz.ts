import { addressOf, type Route } from '@renshu/contracts'
import fc from 'fast-check'
import type { Endpoint } from '../src/platform/http/index.ts'
import { callsOf, type RoughCall, spoiltCallsOf } from './arbitrary.ts'

export interface FuzzReport {
  inputs: number
  /** Inputs that reached a handler or its access rule: not stopped by the contract. */
  past: number
  perRoute: Record<string, { inputs: number; past: number; statuses: Record<number, number> }>
  /** Answers of 5xx with the call that caused them. */
  broken: { route: string; call: string; status: number }[]
}

export interface FuzzOptions {
  fetch: (request: Request) => Promise<Response>
  endpoints: readonly Endpoint[]
  /** Sessions to call with, by turns; an empty text is nobody. */
  tokens: readonly string[]
  /** Real ids to put where a route asks for one, so that records are found. */
  ids: Record<string, readonly string[]>
  /** Calls for each route. */
  times: number
  seed: number
  onRoute?: (name: string) => void
}

const STOPPED = new Set([
  'platform.invalidInput',
  'platform.malformedBody',
  'platform.bodyTooLarge',
  'platform.keyMissing',
])

function requestOf(route: Route, call: RoughCall, token: string, key: string): Request {
  const init: RequestInit = {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(token && { authorization: `Bearer ${token}` }),
    },
  }
  const body = call.bytes ?? (call.body === undefined || route.method === 'GET' ? undefined : JSON.stringify(call.body))
  if (body !== undefined) init.body = body
  return new Request(`http://localhost${addressOf(route, { params: call.params, query: call.query })}`, init)
}

/** Two calls of three name records that exist, so that more than "not found" is tried. */
function withKnownIds(call: RoughCall, ids: FuzzOptions['ids'], at: number): RoughCall {
  if (at % 3 === 0) return call
  const params = Object.fromEntries(
    Object.entries(call.params).map(([name, value]) => [name, ids[name]?.[at % ids[name].length] ?? value]),
  )
  return { ...call, params }
}

/** Calls every route with inputs made from its contract, most right and some spoilt. */
export async function fuzz({ fetch, endpoints, tokens, ids, times, seed, onRoute }: FuzzOptions): Promise<FuzzReport> {
  const report: FuzzReport = { inputs: 0, past: 0, perRoute: {}, broken: [] }
  for (const { name, route } of endpoints) {
    const calls = fc.sample(
      fc.oneof({ weight: 3, arbitrary: callsOf(route) }, { weight: 1, arbitrary: spoiltCallsOf(route) }),
      { numRuns: times, seed },
    )
    const own = (report.perRoute[name] = { inputs: 0, past: 0, statuses: {} as Record<number, number> })
    for (const [at, drawn] of calls.entries()) {
      const call = withKnownIds(drawn, ids, at)
      const response = await fetch(requestOf(route, call, tokens[at % tokens.length]!, `fuzz-${seed}-${name}-${at}`))
      const text = await response.text()
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
      const code = isProblem ? (JSON.parse(text) as { code: string }).code : ''
      own.inputs++
      own.statuses[response.status] = (own.statuses[response.status] ?? 0) + 1
      if (!STOPPED.has(code)) own.past++
      if (response.status >= 500)
        report.broken.push({ route: name, call: JSON.stringify(call), status: response.status })
    }
    report.inputs += own.inputs
    report.past += own.past
    onRoute?.(name)
  }
  return report
}
