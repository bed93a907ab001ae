import { type ServerType, serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { begin, jobsOf, mirrors, parts, subscribersOf } from './parts.ts'
import type { Config } from './platform/config.ts'
import { migrate } from './platform/database/index.ts'
import { beginClock, catchUp } from './platform/development/clock-ahead.ts'
import { rememberKey } from './platform/keys/index.ts'
import { startCourier } from './platform/outbox/index.ts'
import { openServices, type Opened } from './services.ts'

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:8080`. */
  address: string
  services: Opened['services']
  /** Takes no new requests, finishes those under way, then closes the database. */
  stop: () => Promise<void>
}

const PATIENCE = 10_000

/** Starts one server process: migrations, queue, courier, HTTP. */
export async function startServer(
  config: Config,
  prepare: (opened: Opened) => Promise<void> = async () => {},
): Promise<RunningServer> {
  const opened = await openServices(config)
  const { services } = opened
  // Whatever was started is stopped, last things first, also where the next one fails.
  const started: (() => Promise<void>)[] = [opened.close]
  const stop = async () => {
    for (const end of started.splice(0).toReversed()) await end()
  }
  try {
    await migrate(services.database)
    await rememberKey(services.database, services.secrets.keyId, services.clock.now())
    await beginClock(services.database, config)
    await prepare(opened)
    started.push(services.jobs.stop)
    await services.jobs.start(jobsOf(services))
    const courier = startCourier(services.database, subscribersOf(services), services.log, services.clock.now)
    started.push(courier.stop)
    started.push(() => services.mirrors.stop())
    await services.mirrors.start(mirrors, services.cities.values())
    await begin(services)
    await catchUp(services.database, services.jobs.catchUp)
    const { server, port } = await listen(createApp(services, parts).fetch, config)
    started.push(() => closeGently(server))
    return { address: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`, services, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const listen = (
  fetch: Parameters<typeof serve>[0]['fetch'],
  { PORT, HOST }: Config,
): Promise<{ server: ServerType; port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port: PORT, hostname: HOST }, ({ port }) => resolve({ server, port }))
    server.once('error', reject)
  })

/** Idle connections are closed at once, busy ones when they have answered or after ten seconds. */
function closeGently(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
