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
import type { PlatformTables } from './platform/tables.ts'
import type { Services } from './platform/services.ts'
import { servePages } from './platform/web/index.ts'

const platform = moduleOf('platform', platformRoutes, {
  health: async () => ({ status: 'ok' }),
  async readiness(_, { tx }) {
    const { migrations } = await tx
      .withTables<PlatformTables>()
      .selectFrom('platform.migration')
      .select(({ fn }) => fn.countAll<number>().as('migrations'))
      .executeTakeFirstOrThrow()
    return { status: 'ready', migrations }
  },
})

/** What the application is made of besides its services. */
export interface Parts extends Sessions {
  modules: readonly Module[]
  failures: readonly Failures[]
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
  const description = openapiOf(endpoints(parts), allFailures(parts))
  app.get('/api/openapi.json', (request) => request.json(description))
  // Made at the first look and kept: it is the same for everybody and takes long to make.
  let page: ReturnType<typeof docsPage> | undefined
  app.get('/api/docs', (request) => request.html((page ??= docsPage(endpoints(parts), allFailures(parts)))))
  app.all('/api/*', (request) => problemAnswer(new AppError(platformFailures.notFound), request, services))
  servePages(app)
  return app
}
