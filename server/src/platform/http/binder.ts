import type { Route } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import type { Context as Request } from 'hono'
import type { Rescope, Scope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { outlineOf } from '../log.ts'
import type { Services } from '../services.ts'
import type { PlatformTables } from '../tables.ts'
import { type Actor, anonymous, type Identify, requireAccess, scopeOf } from './actor.ts'
import type { Context, Module } from './context.ts'
import { once } from './idempotency.ts'
import { count } from './limits.ts'
import { type Parsed, parse } from './parse.ts'
import { failureOf, isAway } from './problem.ts'
import { bucketOf, type Caller, callerOf, refuseForeignOrigin } from './request.ts'
import { problemResponse, responseOf } from './respond.ts'

type Handle = (input: unknown, context: Context) => Promise<unknown>

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

/** Answers one request: parse, limit, one transaction, respond. Never throws. */
export async function serve(
  endpoint: Endpoint,
  request: Request,
  services: Services,
  identify: Identify,
): Promise<Response> {
  const started = services.clock.now().getTime()
  const caller = callerOf(request, services)
  try {
    const answer = await answerOf(endpoint, request, caller, services, identify)
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
  identify: Identify,
): Promise<unknown> {
  const { route } = endpoint
  refuseForeignOrigin(route, request, services.config)
  // Limits are counted by city: one that nobody serves would be a fresh set of them for every code there is.
  if (!services.cities.has(caller.city)) throw new AppError(platformFailures.notFound)
  // Before anything is read or counted for nobody: a body may be large.
  if (route.access !== 'public' && !caller.token) throw new AppError(platformFailures.signedOut)
  const { limit } = route
  if (limit) {
    const bucket = `${endpoint.name} ${bucketOf(route, caller)}`
    await count(services.database, { city: caller.city, bucket, limit, now: services.clock.now() })
  }
  const parsed = await parse(route, request.req.raw, request.req.param(), caller.language)
  if (route.method === 'POST' && !route.repeatable && !caller.key) throw new AppError(platformFailures.keyMissing)
  const opening: Scope = { kind: caller.token ? 'system' : 'public', city: caller.city }
  const result = await services.database.transaction<unknown>(
    opening,
    async (tx, rescope) => {
      const actor = caller.token ? await identify(tx, credentialsOf(parsed, caller, services)) : anonymous
      requireAccess(route.access, actor)
      const scope = caller.token ? scopeOf(route.access, actor, caller.city) : opening
      if (caller.token) await rescope(scope)
      const context = contextOf(tx, actor, caller, services, asSystemFrom(scope, rescope))
      return keeping(() => perform(endpoint, parsed, context, caller))
    },
    route.method === 'GET',
  )
  if (isKept(result)) throw result.failed
  return result
}

const credentialsOf = ({ input }: Parsed, caller: Caller, { clock }: Services) => ({
  token: caller.token!,
  city: caller.city,
  organisationId: (input.params as { organisationId?: string } | undefined)?.organisationId ?? null,
  forPersonId: caller.forPersonId,
  now: clock.now(),
})

/** Work in scope `system`, then back; a failure may be kept, so it comes back too. A broken transaction cannot. */
function asSystemFrom(scope: Scope, rescope: Rescope): Context['asSystem'] {
  let isSystem = false
  return async (work) => {
    if (isSystem) return work()
    await rescope({ kind: 'system', city: scope.city })
    isSystem = true
    try {
      const result = await work()
      await rescope(scope)
      return result
    } catch (error) {
      // After a refused statement the transaction takes no more of them: it is rolled back, and no scope is needed.
      await rescope(scope).catch(() => {})
      throw error
    } finally {
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

/** The handler, once, with its answer cut to the contract and, for a write, a trace of who did it. */
async function perform(
  { name, route, handle }: Endpoint,
  { input, sent }: Parsed,
  context: Context,
  caller: Caller,
): Promise<unknown> {
  const work = async (): Promise<unknown> => {
    const answer = await handle(input, context)
    if (route.method !== 'GET') await trace(name, context)
    return route.produces === 'bytes' ? answer : route.response.parse(answer)
  }
  if (route.method !== 'POST' || route.repeatable) return work()
  const { city, tx, actor } = context
  const from = actor.personId ?? caller.address
  // The same words in the name of somebody else are another write.
  const whole = Buffer.concat([Buffer.from(`${actor.forPersonId ?? ''}\n`), sent])
  const write = { city, caller: from, key: caller.key!, route: name, sent: whole, now: context.now() }
  return once(tx, context.secrets, write, work)
}

async function trace(route: string, { tx, city, actor, requestId, now, newId }: Context): Promise<void> {
  const { personId, forPersonId, membership } = actor
  await tx
    .withTables<PlatformTables>()
    .insertInto('platform.trace')
    .values({
      city,
      id: newId(),
      happenedAt: now(),
      route,
      personId,
      organisationId: membership?.organisationId ?? null,
      throughOrganisationId: membership?.throughOrganisationId ?? null,
      forPersonId,
      requestId,
    })
    .execute()
}

async function keeping(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.failure.keep) return { failed: error } satisfies Kept
    throw error
  }
}

const isKept = (result: unknown): result is Kept =>
  typeof result === 'object' && result !== null && 'failed' in result && result.failed instanceof AppError
