import { addressOf, type Route } from '@renshu/contracts'
import fc from 'fast-check'
import type { Dice } from '../../src/demo/dice.ts'
import { callsOf, type RoughCall, spoiltCallsOf } from '../arbitrary.ts'

/** Values that lead somewhere, by the name of the field in path, query or body. */
export type Known = Record<string, readonly unknown[]>

export interface OddSources {
  /** Headers beside the usual ones. */
  headers: readonly Record<string, string>[]
  /** Bodies that are no JSON, or none that a record could be. */
  bodies: readonly string[]
  /** Files, right ones and broken ones. */
  files: readonly Uint8Array<ArrayBuffer>[]
  /** What stands in a path in place of a parameter, not encoded. */
  places: readonly string[]
}

export interface FuzzCall extends RoughCall {
  headers: Record<string, string>
  /** A body as it is sent, in place of `body`. */
  raw?: string
  /** In place of the first parameter of the path. */
  place?: string
}

interface Drawing {
  times: number
  seed: number
  known: Known
  odd: OddSources
  dice: Dice
}

type Fields = Record<string, unknown>
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Two fields of three get a value that exists, so that more than "not found" is tried. */
function withKnown<T>(value: T, known: Known, dice: Dice): T {
  if (!isRecord(value)) return value
  const fields = Object.entries(value).map(([name, field]) => {
    const values = known[name]
    return [name, values?.length && dice.happens(66) ? dice.oneOf(values) : field]
  })
  return Object.fromEntries(fields) as T
}

/** A file with one byte turned over, cut off, or as it is. */
function worn(file: Uint8Array<ArrayBuffer>, dice: Dice): Uint8Array<ArrayBuffer> {
  if (file.length === 0 || dice.happens(40)) return file
  if (dice.happens(30)) return file.slice(0, dice.below(file.length))
  const copy = file.slice()
  copy[dice.below(copy.length)]! ^= 1 << dice.below(8)
  return copy
}

function finish(call: RoughCall, { known, odd, dice }: Drawing): FuzzCall {
  return {
    params: withKnown(call.params, known, dice),
    query: withKnown(call.query, known, dice),
    body: withKnown(call.body, known, dice),
    bytes: call.bytes && (dice.happens(70) ? worn(dice.oneOf(odd.files), dice) : call.bytes),
    headers: dice.happens(10) ? dice.oneOf(odd.headers) : {},
    ...(call.body !== undefined && dice.happens(3) && { raw: dice.oneOf(odd.bodies) }),
    ...(Object.keys(call.params).length > 0 && dice.happens(2) && { place: dice.oneOf(odd.places) }),
  }
}

const arbitraries = new WeakMap<Route, fc.Arbitrary<RoughCall>>()

/** Three of four calls pass the contract, most of the time. Made once for each route, which takes longer than a call. */
function arbitraryOf(route: Route): fc.Arbitrary<RoughCall> {
  const known = arbitraries.get(route)
  if (known) return known
  const made = fc.oneof({ weight: 3, arbitrary: callsOf(route) }, { weight: 1, arbitrary: spoiltCallsOf(route) })
  arbitraries.set(route, made)
  return made
}

/** Calls of a route, the same for the same seed and dice. */
export const drawCalls = (route: Route, drawing: Drawing): FuzzCall[] =>
  fc.sample(arbitraryOf(route), { numRuns: drawing.times, seed: drawing.seed }).map((call) => finish(call, drawing))

const bodyOf = ({ bytes, raw, body }: FuzzCall): Uint8Array<ArrayBuffer> | string | undefined =>
  bytes ?? raw ?? (body === undefined ? undefined : JSON.stringify(body))

export function requestOf(route: Route, call: FuzzCall, token: string, key: string): Request {
  const { params, query, place } = call
  const path = place === undefined ? route.path : route.path.replace(/:\w+/, place)
  const body = route.method === 'GET' ? undefined : bodyOf(call)
  return new Request(`http://localhost${addressOf({ ...route, path: path as Route['path'] }, { params, query })}`, {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(token && { authorization: `Bearer ${token}` }),
      ...call.headers,
    },
    ...(body !== undefined && { body }),
  })
}
