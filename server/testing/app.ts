import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, clientOf, type RouteTable } from '@renshu/contracts'
import { createApp, type Parts } from '../src/app.ts'
import { jobsOf, mirrors, parts, subscribersOf } from '../src/parts.ts'
import { configOf } from '../src/platform/config.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { Pool } from '../src/platform/database/index.ts'
import { deliverAll } from '../src/platform/outbox/index.ts'
import type { Services } from '../src/platform/services.ts'
import { servicesOver } from '../src/services.ts'
import { freshPool } from './database.ts'

/** A clock that stands still until it is moved, with ids that count. */
export interface TestClock extends Clock {
  set: (instant: string) => void
  /** Moves by seconds. */
  advance: (seconds: number) => void
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

export function testClock(start = '2026-03-02T01:00:00Z'): TestClock {
  let now = new Date(start)
  let ids = 0
  return {
    now: () => new Date(now),
    newId: () => {
      const time = hex(now.getTime(), 12)
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hex(++ids, 12)}`
    },
    set: (instant) => (now = new Date(instant)),
    advance: (seconds) => (now = new Date(now.getTime() + seconds * 1000)),
  }
}

export interface Session {
  token?: string
  /** The person a helper acts for. */
  forPersonId?: string
  city?: string
  language?: 'zh' | 'en'
}

export interface TestApp {
  services: Services
  clock: TestClock
  /** The database under the services, for tests that put something else in front of it. */
  pool: Pool
  /** The typed client of a route table, as somebody. */
  as: <T extends RouteTable>(table: T, session?: Session) => Client<T>
  fetch: (request: Request) => Promise<Response>
  /** Lets every subscriber and every mirror hear what has happened so far. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

const ORIGIN = 'http://localhost'
const MOST_TRIES = 200
const BETWEEN_TRIES_MS = 25

/**
 * True while an event waits for its subscribers: one is told only when every older transaction of the database server
 * has ended, and other tests have transactions of their own on the same server.
 */
const isBehind = ({ database }: Services): Promise<boolean> =>
  database.asOwner(async (connection) => {
    const { rows } = await connection.query(
      `select 1 from platform.outbox o join platform.subscription s on (o.xid, o.seq) > (s.xid, s.seq)
       where s.failures = 0 limit 1`,
      [],
    )
    return rows.length > 0
  })

/** What a test may put in the place of what an application gets of its own. */
interface Given {
  pool?: Pool
  clock?: TestClock
}

/** The whole application over a fresh database, without a network. */
export async function startApp(
  settings: Record<string, string> = {},
  mounted: Parts = parts,
  given: Given = {},
): Promise<TestApp> {
  const { clock = testClock() } = given
  const folder = mkdtempSync(join(tmpdir(), 'renshu-app-'))
  const config = configOf({
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    DEVELOPMENT: 'true',
    DATA_KEY: '11'.repeat(32),
    ...settings,
  })
  const pool = given.pool ?? (await freshPool())
  const services = servicesOver(pool, config, clock)
  await services.jobs.start(jobsOf(services))
  await services.mirrors.start(mirrors, services.cities.values())
  const app = createApp(services, mounted)
  // What node-server tells of the connection.
  const connection = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }
  const fetch = async (request: Request) => app.fetch(request, connection)
  return {
    services,
    clock,
    pool,
    fetch,
    as: (table, session = {}) =>
      clientOf(table, { origin: ORIGIN, send: fetch, newKey: clock.newId, headers: () => headersOf(session) }),
    settle: async () => {
      for (let tries = 0; tries === 0 || (tries < MOST_TRIES && (await isBehind(services))); tries++) {
        if (tries > 0) await sleep(BETWEEN_TRIES_MS)
        await deliverAll(services.database, subscribersOf(services), services.log, clock.now)
      }
      await services.mirrors.settle()
    },
    async close() {
      await services.mirrors.stop()
      await services.jobs.stop()
      await services.database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const headersOf = ({ token, forPersonId, city, language }: Session): Record<string, string> => ({
  ...(token && { authorization: `Bearer ${token}` }),
  ...(forPersonId && { 'renshu-for': forPersonId }),
  ...(city && { 'renshu-city': city }),
  ...(language && { 'accept-language': language }),
})
