import { clientOf, platformRoutes } from '@renshu/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, findPostgres, startCluster } from '@renshu/temporary-postgres'
import { createApp } from '../../app.ts'
import { parts } from '../../parts.ts'
import { openServices, type Opened } from '../../services.ts'
import { configOf } from '../config.ts'
import { deliverAll, emit, type Event } from '../outbox/index.ts'
import { migrate, type Tx } from './index.ts'

const CITY = '370200'
const SYSTEM = { kind: 'system', city: CITY } as const

describe.skipIf(!findPostgres())('on a PostgreSQL server of our own', () => {
  let cluster: Cluster
  let opened: Opened
  beforeAll(async () => {
    cluster = await startCluster()
    opened = await openServices(
      configOf({ DATABASE_URL: cluster.url, DATA_KEY: '11'.repeat(32), LOG_LEVEL: 'silent', CITY }),
    )
    await migrate(opened.services.database)
  })
  afterAll(async () => {
    await opened?.close()
    await cluster?.remove()
  })

  const readiness = () => {
    const app = createApp(opened.services, parts)
    const send = async (request: Request) => app.fetch(request)
    return clientOf(platformRoutes, { origin: 'http://localhost', send, newKey: () => 'key' }).readiness()
  }
  const now = new Date('2026-03-02T01:00:00Z')
  const tell = (tx: Tx, n: number) => emit(tx, { city: CITY, kind: 'test.happened', payload: { n }, happenedAt: now })
  const deliver = (name: string, hear: (tx: Tx, event: Event) => Promise<void>, at = now) =>
    deliverAll(opened.services.database, [{ name, kinds: ['test.happened'], hear }], opened.services.log, () => at)

  test('an event whose transaction ends late is not passed over', async () => {
    const { database } = opened.services
    const heard: unknown[] = []
    const hear = async (_: Tx, { payload }: Event) => void heard.push(payload['n'])
    let finish!: () => void
    let begun!: () => void
    const open = new Promise<void>((resolve) => (finish = resolve))
    const isBegun = new Promise<void>((resolve) => (begun = resolve))
    const late = database.transaction(SYSTEM, async (tx) => {
      await tell(tx, 1)
      begun()
      await open
    })
    await isBegun
    await database.transaction(SYSTEM, (tx) => tell(tx, 2))
    await deliver('order', hear)
    expect(heard).toEqual([])
    finish()
    await late
    await deliver('order', hear)
    expect(heard).toEqual([1, 2])
  })

  test('two processes that deliver at once tell nobody twice', async () => {
    const { database } = opened.services
    await database.transaction(SYSTEM, async (tx) => {
      for (let n = 10; n < 60; n++) await tell(tx, n)
    })
    const heard: unknown[] = []
    const hear = async (tx: Tx, { payload }: Event) => {
      heard.push(payload['n'])
      await sql`select pg_sleep(0.001)`.execute(tx)
    }
    await Promise.all(Array.from({ length: 4 }, () => deliver('twice', hear)))
    await deliver('twice', hear)
    expect(heard).toEqual([...new Set(heard)])
    expect(heard).toHaveLength(52)
  })

  test('a subscriber that fails is asked again later, and nothing it half did stays', async () => {
    let failures = 0
    const heard: unknown[] = []
    const hear = async (tx: Tx, { payload }: Event) => {
      await tell(tx, 1000)
      if (failures++ === 0) throw new Error('not now')
      heard.push(payload['n'])
    }
    const before = await countEvents()
    await deliver('failing', hear)
    expect([heard, await countEvents()]).toEqual([[], before])
    await deliver('failing', hear)
    expect(heard).toEqual([])
    // The event it failed at is taken by itself, and all others with the next round.
    const later = new Date(now.getTime() + 1001)
    await deliver('failing', async (_, { payload }) => void heard.push(payload['n']), later)
    expect(heard).toHaveLength(1)
    await deliver('failing', async (_, { payload }) => void heard.push(payload['n']), later)
    expect(heard).toHaveLength(before)
  })
  const countEvents = async (): Promise<number> => {
    const { rows } = await opened.services.database.asOwner((connection) =>
      connection.query('select count(*) as total from platform.outbox', []),
    )
    return rows[0]!['total'] as number
  }

  test('a database that is gone is said to be away, and service resumes when it is back', async () => {
    expect((await readiness()).status).toBe('ready')
    await cluster.crash()
    const away = { problem: { code: 'platform.unavailable', status: 503 } }
    await expect(readiness()).rejects.toMatchObject(away)
    await expect(readiness()).rejects.toMatchObject(away)
    await cluster.start()
    expect((await readiness()).status).toBe('ready')
  })
})
