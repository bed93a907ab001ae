import type { Route } from '@renshu/contracts'
import { z } from 'zod'
import type { Endpoint } from '../../src/platform/http/index.ts'
import { type Dice, diceOf } from '../../src/demo/dice.ts'
import { drawCalls, type FuzzCall, type Known, type OddSources, requestOf } from './calls.ts'

export interface FuzzOptions {
  fetch: (request: Request) => Promise<Response>
  endpoints: readonly Endpoint[]
  /** Sessions to call with; an empty text is nobody. */
  tokens: readonly string[]
  /** Values that lead somewhere, by the name of the field. */
  known: Known
  /** Headers, bodies and files that break rules, or keep them where chance would not. */
  odd: OddSources
  /** Calls for each route, fewer where one is dear; see `shares`. */
  times: number
  /** Of how many calls one is made where a password is checked, which costs half a second by design, or a file read. */
  shares?: { password: number; file: number }
  /** Calls of a route under way at once; 1 where left out. */
  atOnce?: number
  seed: number
  /** Called after each call, in milliseconds. */
  onCall?: (answer: { route: string; call: FuzzCall; status: number; ms: number }) => void
}

export interface FuzzReport {
  inputs: number
  /** Inputs that reached a handler or its access rule: not stopped by the contract. */
  past: number
  perRoute: Record<string, { inputs: number; past: number; statuses: Record<number, number> }>
  /** Answers of 5xx that the route does not name, and calls without any answer, with what caused them. */
  broken: { route: string; call: string; status: number }[]
}

const STOPPED = new Set([
  'platform.invalidInput',
  'platform.malformedBody',
  'platform.bodyTooLarge',
  'platform.keyMissing',
])

/** In place of a status: the call threw instead of answering. */
const NO_ANSWER = 0

interface Said {
  status: number
  code: string
}

async function ask(fetch: FuzzOptions['fetch'], request: Request): Promise<Said> {
  try {
    const response = await fetch(request)
    const text = await response.text()
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
    return { status: response.status, code: isProblem ? (JSON.parse(text) as { code: string }).code : '' }
  } catch (error) {
    return { status: NO_ANSWER, code: String(error) }
  }
}

/** A route may answer 503 where it says so, e.g. because no identity provider is set up. */
const isBroken = ({ status, code }: Said, { errors = [] }: Route): boolean =>
  status === NO_ANSWER || (status >= 500 && !errors.includes(code))

const SHARES = { password: 10, file: 1 }

/** @returns how often a route is called; a rest of less than one call is left to chance, or is a call with `shares` left out */
function timesOf({ body, consumes }: Route, { times, shares }: FuzzOptions, dice: Dice): number {
  const isDear = body instanceof z.ZodObject && ('password' in body.shape || 'proof' in body.shape)
  const { password, file } = shares ?? SHARES
  const share = isDear ? password : consumes === 'bytes' ? file : 1
  if (!shares) return Math.ceil(times / share)
  return Math.floor(times / share) + (dice.below(share) < times % share ? 1 : 0)
}

/** Works through a list, some at once. */
async function inLanes<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, at: number) => Promise<void>,
): Promise<void> {
  const waiting = all.entries()
  const lane = async () => {
    for (const [at, one] of waiting) await work(one, at)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

async function fuzzRoute(
  { name, route }: Endpoint,
  options: FuzzOptions,
  dice: Dice,
  report: FuzzReport,
): Promise<void> {
  const { fetch, tokens, known, odd, seed, onCall, atOnce = 1 } = options
  const own = (report.perRoute[name] = { inputs: 0, past: 0, statuses: {} as Record<number, number> })
  const calls = drawCalls(route, { times: timesOf(route, options, dice), seed, known, odd, dice })
  const sent = calls.map((call) => ({ call, token: dice.oneOf(tokens) }))
  await inLanes(sent, atOnce, async ({ call, token }, at) => {
    const began = performance.now()
    const said = await ask(fetch, requestOf(route, call, token, `fuzz-${seed}-${name}-${at}`))
    own.inputs++
    own.statuses[said.status] = (own.statuses[said.status] ?? 0) + 1
    if (!STOPPED.has(said.code) && said.status !== NO_ANSWER) own.past++
    if (isBroken(said, route)) report.broken.push({ route: name, call: JSON.stringify(call), status: said.status })
    onCall?.({ route: name, call, status: said.status, ms: performance.now() - began })
  })
  report.inputs += own.inputs
  report.past += own.past
}

/** Calls every route with inputs made from its contract, most right and some spoilt. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const report: FuzzReport = { inputs: 0, past: 0, perRoute: {}, broken: [] }
  for (const [at, endpoint] of options.endpoints.entries())
    await fuzzRoute(endpoint, options, diceOf(options.seed * 1000 + at), report)
  return report
}
