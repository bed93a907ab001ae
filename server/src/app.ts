import { type Failures, fileFailures, platformFailures, platformRoutes } from '@renshu/contracts'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { AppError } from './platform/errors.ts'
import {
  docsPage,
  endpointsOf,
  type Module,
  moduleOf,
  openapiOf,
  problemAnswer,
  serve,
  type Sessions,
} from './platform/http/index.ts'
import { stuckSubscribers } from './platform/outbox/index.ts'
import type { PlatformTables } from './platform/tables.ts'
import type { Services } from './platform/services.ts'
import { type Addresses, type DescribedPage, servePages, serveSitemap } from './platform/web/index.ts'

const platform = moduleOf('platform', platformRoutes, {
  health: async () => ({ status: 'ok' }),
  async readiness(_, { tx }) {
    const { migrations } = await tx
      .withTables<PlatformTables>()
      .selectFrom('platform.migration')
      .select(({ fn }) => fn.countAll<number>().as('migrations'))
      .executeTakeFirstOrThrow()
    return { status: 'ready', migrations, stuck: await stuckSubscribers(tx) }
  },
})

/** What the application is made of besides its services. */
export interface Parts extends Sessions {
  modules: readonly Module[]
  failures: readonly Failures[]
  /** Pages that tell in their head what they show. */
  described?: readonly DescribedPage[]
  /** Pages that search engines may find. */
  addresses?: Addresses
}

/** Every endpoint, the platform's own first. */
export const endpoints = ({ modules }: Parts) => [platform, ...modules].flatMap(endpointsOf)

/** All declared failures by code. */
export const allFailures = ({ failures }: Parts): Failures =>
  Object.fromEntries(
    [platformFailures, fileFailures, ...failures].flatMap((each) =>
      Object.values(each).map((failure) => [failure.code, failure]),
    ),
  )

/** The HTTP application: every route of every module, its description, and 404 as a problem. */
export function createApp(services: Services, parts: Parts): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The description of the API at /api/docs carries its styles with it; the pages would need none.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: services.config.PUBLIC_URL?.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  )
  // Says that the process runs, also while the database is away: readiness says the rest.
  app.get('/api/health', (request) => request.json({ status: 'ok' }))
  for (const endpoint of endpoints(parts))
    app.on(endpoint.route.method, `/api${endpoint.route.path}`, (request) => serve(endpoint, request, services, parts))
  // Made at the first look and kept: they are the same for everybody and take long to make.
  let description: ReturnType<typeof openapiOf> | undefined
  app.get('/api/openapi.json', (request) =>
    request.json((description ??= openapiOf(endpoints(parts), allFailures(parts)))),
  )
  let page: ReturnType<typeof docsPage> | undefined
  app.get('/api/docs', (request) => request.html((page ??= docsPage(endpoints(parts), allFailures(parts)))))
  app.all('/api/*', (request) => problemAnswer(new AppError(platformFailures.notFound), request, services))
  if (parts.addresses) serveSitemap(app, services, parts.addresses)
  servePages(app, { daysAhead: services.config.CLOCK_AHEAD, described: parts.described ?? [] })
  return app
}
