import type { Route } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import type { Context as Request } from 'hono'
import type { Rescope, Scope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { outlineOf } from '../log.ts'
import type { Services } from '../services.ts'
import type { PlatformTables } from '../tables.ts'
import { type Actor, anonymous, requireAccess, scopeOf, type Sessions } from './actor.ts'
import type { Context, Module } from './context.ts'
import { answerBefore, once, type Trace, type Write } from './idempotency.ts'
import { count } from './limits.ts'
import { type Parsed, parse } from './parse.ts'
import { failureOf, isAway } from './problem.ts'
import { type Caller, callerOf, networkOf, refuseForeignOrigin } from './request.ts'
import { problemResponse, responseOf } from './respond.ts'
import type { SlowHandler } from './slow-step.ts'

type Handle = ((input: unknown, context: Context) => Promise<unknown>) | SlowHandler<unknown, unknown>

/** A failure whose traces stay: the transaction commits, then the failure is thrown. */
interface Kept {
  failed: AppError
}

/** One route with its handler, as `serve` answers it. */
export interface Endpoint {
  name: string
  route: Route
  handle: Handle
}

/** The endpoints of a module, `module.route` each. */
export const endpointsOf = (module: Module): Endpoint[] =>
  Object.entries(module.routes).map(([name, route]) => ({
    name: `${module.name}.${name}`,
    route,
    handle: module.handlers[name] as Handle,
  }))

/** Answers one request: parse, limit, transaction, respond. Never throws. */
export async function serve(
  endpoint: Endpoint,
  request: Request,
  services: Services,
  sessions: Sessions,
): Promise<Response> {
  const started = services.clock.now().getTime()
  const caller = callerOf(request, services)
  try {
    const answer = await answerOf(endpoint, request, caller, services, sessions)
    const response = responseOf(endpoint.route, answer, caller, request)
    services.log.info(lineOf(endpoint, caller, response.status, services.clock.now().getTime() - started), 'request')
    return response
  } catch (error) {
    const failure = failureOf(error)
    const response = problemResponse(failure, caller)
    const line = lineOf(endpoint, caller, response.status, services.clock.now().getTime() - started)
    if (error instanceof AppError) services.log.info({ ...line, code: failure.failure.code }, 'request')
    else services.log[isAway(error) ? 'warn' : 'error']({ ...line, ...outlineOf(error) }, 'request failed')
    return response
  }
}

const lineOf = ({ name }: Endpoint, { requestId }: Caller, status: number, ms: number) => ({
  requestId,
  route: name,
  status,
  ms,
})

async function answerOf(
  endpoint: Endpoint,
  request: Request,
  caller: Caller,
  services: Services,
  sessions: Sessions,
): Promise<unknown> {
  const { route } = endpoint
  refuseForeignOrigin(route, request, services.config)
  // Limits are counted by city: one that nobody serves would be a fresh set of them for every code there is.
  if (!services.cities.has(caller.city)) throw new AppError(platformFailures.notFound)
  // Before anything is read or counted for nobody: a body may be large.
  if (route.access !== 'public' && !caller.token) throw new AppError(platformFailures.signedOut)
  await countCall(endpoint, caller, services, sessions)
  const parsed = await parse(route, request.req.raw, request.req.param(), caller.language)
  if (route.method === 'POST' && !route.repeatable && !caller.key) throw new AppError(platformFailures.keyMissing)
  return run({ endpoint, parsed, caller, services, sessions })
}

/**
 * Counts a call of a limited route: for the person whose session it is, whatever device it comes from, else for the
 * address, since anybody can invent a session.
 */
async function countCall(
  { name, route }: Endpoint,
  { city, token, address }: Caller,
  { database, clock }: Services,
  { personOf }: Sessions,
): Promise<void> {
  const { limit, access } = route
  if (!limit) return
  const now = clock.now()
  await count(database, { city, limit, now }, async (tx) => {
    const personId = access === 'public' || !token ? null : await personOf(tx, { token, city, now })
    return `${name} ${personId ? `person ${personId}` : `address ${networkOf(address)}`}`
  })
}

/** A request that was understood and counted. */
interface Asked {
  endpoint: Endpoint
  parsed: Parsed
  caller: Caller
  services: Services
  sessions: Sessions
}

/** One transaction; for a handler with slow work one to look, the work, and one to write. */
async function run(asked: Asked): Promise<unknown> {
  const { endpoint, parsed, services } = asked
  const { handle, route } = endpoint
  const isRead = route.method === 'GET'
  if (typeof handle === 'function')
    return inTheirName(asked, (context) => perform(asked, context, () => handle(parsed.input, context)), isRead)
  const begun = await inTheirName(
    asked,
    async (context) => {
      const write = writeOf(asked, context)
      const before = write && (await answerBefore(context.tx, context.secrets, write))
      return before ?? { work: await handle.begin(parsed.input, context) }
    },
    true,
  )
  if ('answer' in begun) return begun.answer
  const finish = await begun.work(services)
  return inTheirName(asked, (context) => perform(asked, context, () => finish(context)), isRead)
}

/** A transaction in the caller's name: who asks, whether they may, then the work. */
async function inTheirName<T>(
  { endpoint, parsed, caller, services, sessions }: Asked,
  work: (context: Context) => Promise<T>,
  readOnly: boolean,
): Promise<T> {
  const { route } = endpoint
  const opening: Scope = { kind: caller.token ? 'system' : 'public', city: caller.city }
  const result = await services.database.transaction<T | Kept>(
    opening,
    async (tx, rescope) => {
      const actor = caller.token
        ? await sessions.identify(tx, credentialsOf(route, parsed, caller, services))
        : anonymous
      requireAccess(route, actor)
      const scope = caller.token ? scopeOf(route.access, actor, caller.city) : opening
      if (caller.token) await rescope(scope)
      const context = contextOf(tx, actor, caller, services, asSystemFrom(scope, rescope))
      return keeping(() => work(context))
    },
    readOnly,
  )
  if (isKept(result)) throw result.failed
  return result
}

const credentialsOf = ({ mandate }: Route, { input }: Parsed, caller: Caller, { clock }: Services) => ({
  token: caller.token!,
  city: caller.city,
  organisationId: (input.params as { organisationId?: string } | undefined)?.organisationId ?? null,
  forPersonId: caller.forPersonId,
  mandate: mandate ?? null,
  now: clock.now(),
})

/** Work in scope `system`, then back: after a failure too, since one may be kept. */
function asSystemFrom(scope: Scope, rescope: Rescope): Context['asSystem'] {
  let isSystem = false
  return async (work) => {
    if (isSystem) return work()
    await rescope({ kind: 'system', city: scope.city })
    isSystem = true
    try {
      return await work()
    } finally {
      await rescope(scope)
      isSystem = false
    }
  }
}

function contextOf(
  tx: Context['tx'],
  actor: Actor,
  caller: Caller,
  services: Services,
  asSystem: Context['asSystem'],
): Context {
  const { city, language, requestId, address, userAgent, token } = caller
  return {
    ...services,
    tx,
    city,
    actor,
    language,
    requestId,
    address,
    userAgent,
    token,
    now: services.clock.now,
    newId: services.clock.newId,
    asSystem,
    setSession: (next) => (caller.newSession = next),
  }
}

/** The write as its idempotency key knows it; undefined for a request that may come twice. */
function writeOf({ endpoint, parsed, caller }: Asked, { city, actor, now }: Context): Write | undefined {
  const { name, route } = endpoint
  if (route.method !== 'POST' || route.repeatable) return undefined
  const { personId, forPersonId } = actor
  // Kept for the person in whose name it is done; what a helper does there has keys of its own.
  const whose = forPersonId ? { caller: forPersonId, key: `${personId} ${caller.key}` } : { caller: personId! }
  return { city, key: caller.key!, route: name, sent: parsed.sent, now: now(), ...whose }
}

/** The handler, once, with its answer cut to the contract and, for a write, a trace of who did it. */
async function perform(asked: Asked, context: Context, handle: () => Promise<unknown>): Promise<unknown> {
  const { name, route } = asked.endpoint
  const work = async (): Promise<unknown> => {
    const answer = await handle()
    return route.produces === 'bytes' ? answer : route.response.parse(answer)
  }
  const trace = () => traceOf(name, context)
  const write = writeOf(asked, context)
  if (write) return once(context.tx, context.secrets, write, work, trace)
  const answer = await work()
  if (route.method !== 'GET')
    await context.tx.withTables<PlatformTables>().insertInto('platform.trace').values(trace()).execute()
  return answer
}

function traceOf(route: string, { city, actor, requestId, now, newId }: Context): Trace {
  const { personId, forPersonId, membership } = actor
  return {
    city,
    id: newId(),
    happenedAt: now(),
    route,
    personId,
    organisationId: membership?.organisationId ?? null,
    throughOrganisationId: membership?.throughOrganisationId ?? null,
    forPersonId,
    requestId,
  }
}

async function keeping<T>(work: () => Promise<T>): Promise<T | Kept> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.failure.keep) return { failed: error }
    throw error
  }
}

const isKept = <T>(result: T | Kept): result is Kept =>
  typeof result === 'object' && result !== null && 'failed' in result && result.failed instanceof AppError
