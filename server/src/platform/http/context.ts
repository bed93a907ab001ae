import type { FileAnswer, Input, Output, Route, RouteTable } from '@renshu/contracts'
import type { Tx } from '../database/index.ts'
import type { Services } from '../services.ts'
import type { Actor } from './actor.ts'
import type { Language } from './language.ts'
import type { SlowHandler } from './slow-step.ts'

/** Everything a handler may use: one open transaction, who asks, and the services of the house. */
export interface Context extends Services {
  tx: Tx
  city: string
  actor: Actor
  language: Language
  requestId: string
  /** Address of the caller. */
  address: string
  /** What the caller's program says it is; for the list of devices. */
  userAgent: string
  /** The session the request came with, for signing out. */
  token: string | null
  now: () => Date
  newId: () => string
  /**
   * Runs `work` in scope `system`, for finding out who somebody is and for what concerns several people at once: the
   * work names its rows itself.
   */
  asSystem: <T>(work: () => Promise<T>) => Promise<T>
  /** Gives the caller a session, or takes it away. */
  setSession: (token: string | null) => void
}

/** A file as a handler answers it: whole, or in pieces that are made when the transaction has ended. */
export interface FileMade extends Omit<FileAnswer, 'bytes'> {
  bytes: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>
}
type Answer<R extends Route> = R extends { produces: 'bytes' } ? FileMade : Output<R>

type Handler<I, O> = ((input: I, context: Context) => Promise<O>) | SlowHandler<I, O>

/** One handler for each route: a function that runs in the request's transaction, or one made by `withSlowStep`. */
export type Handlers<T extends RouteTable> = { [K in keyof T]: Handler<Input<T[K]>, Answer<T[K]>> }

/** A module as the application mounts it. */
export interface Module<T extends RouteTable = RouteTable> {
  name: string
  routes: T
  handlers: Handlers<T>
}

/** Ties handlers to their table; the only place where the types of one table are forgotten. */
export const moduleOf = <T extends RouteTable>(name: string, routes: T, handlers: NoInfer<Handlers<T>>): Module =>
  ({ name, routes, handlers }) as unknown as Module
