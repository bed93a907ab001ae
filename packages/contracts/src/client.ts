import { z } from 'zod'
import type { Problem } from './problem.ts'
import type { Call, Output, Route, RouteTable } from './route.ts'

export type Client<T extends RouteTable> = {
  [K in keyof T]: (
    ...given: Record<never, never> extends Call<T[K]> ? [Call<T[K]>?] : [Call<T[K]>]
  ) => Promise<Output<T[K]>>
}

/** Carries a request to the server: `fetch` in the browser, the application itself in tests. */
export type Send = (request: Request) => Promise<Response>

export interface ClientOptions {
  send: Send
  /** Address in front of `/api`, e.g. `http://127.0.0.1:8080`. */
  origin: string
  /** A fresh idempotency key for each write. */
  newKey: () => string
  /** Headers of every request: language, session of a program. */
  headers?: () => Record<string, string>
}

/** An expected failure as the server said it: `code`, `status`, `detail` in the caller's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`)
    this.problem = problem
  }
}

interface LooseCall {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  bytes?: Uint8Array<ArrayBuffer>
}

/** `/organisations/:organisationId` with its parameters and query filled in. Arrays repeat their key. */
export function addressOf(route: Route, { params = {}, query = {} }: LooseCall): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null) search.append(name, String(each))
  const text = search.toString()
  return `/api${path}${text && `?${text}`}`
}

function requestOf(route: Route, call: LooseCall, options: ClientOptions): Request {
  const headers = new Headers(options.headers?.())
  if (route.method === 'POST') headers.set('idempotency-key', options.newKey())
  if (call.body !== undefined) headers.set('content-type', 'application/json')
  const body = call.bytes ?? (call.body === undefined ? null : JSON.stringify(call.body))
  return new Request(options.origin + addressOf(route, call), { method: route.method, headers, body })
}

async function answerOf(route: Route, response: Response): Promise<unknown> {
  if (!response.ok) throw new ProblemError(await problemOf(response))
  if (route.produces === 'bytes')
    return {
      name: decodeURIComponent(
        /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
      ),
      type: response.headers.get('content-type') ?? '',
      bytes: new Uint8Array(await response.arrayBuffer()),
    }
  return route.response.parse(await response.json())
}

/** What a proxy or a broken line answered is a problem too. */
async function problemOf(response: Response): Promise<Problem> {
  const unknown: Problem = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'platform.unreachable',
  }
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return unknown
  return (await response.json()) as Problem
}

/**
 * A typed client of one route table.
 * @throws ProblemError for every answer that is not a success
 */
export function clientOf<T extends RouteTable>(table: T, options: ClientOptions): Client<T> {
  const call =
    (route: Route) =>
    async (given: LooseCall = {}) =>
      answerOf(route, await options.send(requestOf(route, given, options)))
  return Object.fromEntries(Object.entries(table).map(([name, route]) => [name, call(route)])) as unknown as Client<T>
}

/** Reads schemas step by step instead of compiling them: a page under a strict content policy may not make code. */
export function interpretSchemas(): void {
  z.config({ jitless: true })
}
