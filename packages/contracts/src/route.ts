import type { z } from 'zod'
import type { MandatePurpose } from './accounts/inputs.ts'

/**
 * Who may call a route. `viewer`, `recruiter` and `owner` ask for at least that role in the organisation named by
 * `params.organisationId`: by membership, or as a recruiter by a mandate where the route names one. Decision 0008.
 */
export const ACCESS = ['public', 'person', 'viewer', 'recruiter', 'owner', 'officer', 'administrator'] as const
export type Access = (typeof ACCESS)[number]

/** At most `times` calls in `seconds`, counted per person, and per address on public routes and of strangers. */
export interface Limit {
  times: number
  seconds: number
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api`, parameters as `:name`. */
  path: `/${string}`
  access: Access
  /**
   * What a mandate (委托) has to name so that who acts for somebody else by it is let in: an agency for its client in
   * routes of an organisation, a helper for a person in those of access `person`. Without it nobody acts for anybody
   * here. `any` opens the route under every mandate, and is for what acting plainly needs: the record of the client
   * with which its desk opens, and signing out.
   */
  mandate?: MandatePurpose | 'any'
  /** One line for the documentation, Chinese then English. */
  summary: readonly [zh: string, en: string]
  params?: z.ZodObject
  /** Values arrive as text: use `z.coerce` for numbers, `z.stringbool()` for yes and no. */
  query?: z.ZodObject
  /** A strict object of plain JSON values. */
  body?: z.ZodType
  /** Raw bytes instead of JSON; the route's `query` names the file. */
  consumes?: 'bytes'
  /** Bytes that are taken at most where a file may be larger than others, 20 MB. */
  largest?: number
  response: z.ZodType
  /** The response is a file: the handler answers `FileAnswer`, `response` documents it. */
  produces?: 'bytes'
  limit?: Limit
  /** A POST that may safely be sent twice (signing in): no Idempotency-Key is asked and no answer is kept. */
  repeatable?: true
  /** Codes of expected failures beyond those every route may answer. */
  errors?: readonly string[]
}
export type RouteTable = Record<string, Route>

/** A file on its way to the caller. */
export interface FileAnswer {
  name: string
  /** A media type, e.g. `text/csv; charset=utf-8`. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

type Part<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType } ? { [P in K]: z.output<S> } : unknown
type Given<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType }
  ? Record<never, never> extends z.input<S>
    ? { [P in K]?: z.input<S> }
    : { [P in K]: z.input<S> }
  : unknown
type Bytes<R> = R extends { consumes: 'bytes' } ? { bytes: Uint8Array<ArrayBuffer> } : unknown

/** What a handler receives: parsed parameters, query and body. */
export type Input<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'> & Bytes<R>
/** What a caller gives: the same before defaults are filled in. */
export type Call<R extends Route> = Given<R, 'params'> & Given<R, 'query'> & Given<R, 'body'> & Bytes<R>
export type Output<R extends Route> = R extends { produces: 'bytes' } ? FileAnswer : z.output<R['response']>

/** Fixes the literal types of a table, so that handlers and clients derive from it. */
export const routes = <const T extends RouteTable>(table: T): T => table
