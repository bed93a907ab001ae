import { afterAll, beforeAll, expect, test } from 'vitest'
import { emit } from '../src/platform/outbox/index.ts'
import { housekeepingJob } from '../src/platform/housekeeping.ts'
import { startApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const CITY = '370200'
const rowsIn = (table: string): Promise<number> =>
  app.services.database.asOwner(async (connection) => {
    const { rows } = await connection.query(`select count(*) as n from ${table}`, [])
    return rows[0]!['n'] as number
  })
const clean = () => housekeepingJob(app.services).run({})

test('answers, counts and heard events go when nobody needs them any more, and not before', async () => {
  const { services, clock } = app
  await services.database.transaction({ kind: 'system', city: CITY }, async (tx) => {
    const at = clock.now()
    const row = { city: CITY, caller: 'a', key: 'k', route: 'r', bodyMac: 'm', answerSealed: null, createdAt: at }
    await tx
      .withTables<{ 'platform.idempotency': typeof row }>()
      .insertInto('platform.idempotency')
      .values(row)
      .execute()
    const limit = { city: CITY, bucket: 'b', windowStart: at, used: 1 }
    await tx
      .withTables<{ 'platform.rateLimit': typeof limit }>()
      .insertInto('platform.rateLimit')
      .values(limit)
      .execute()
    await emit(tx, { city: CITY, kind: 'trial.happened', payload: {}, happenedAt: at })
  })
  const counts = async () => [
    await rowsIn('platform.idempotency'),
    await rowsIn('platform.rate_limit'),
    await rowsIn('platform.outbox'),
  ]
  await clean()
  expect(await counts()).toEqual([1, 1, 1])
  clock.advance(3 * 86_400)
  await clean()
  expect(await counts()).toEqual([0, 0, 1])
})

test('an event that a subscriber has not heard stays, however old', async () => {
  const { services, clock } = app
  const cursor = (seq: number) =>
    services.database.asOwner(async (connection) => {
      await connection.exec(
        `delete from platform.subscription; insert into platform.subscription (name, xid, seq) select 'late', max(xid), ${seq} from platform.outbox`,
      )
    })
  clock.advance(40 * 86_400)
  await cursor(0)
  await clean()
  expect(await rowsIn('platform.outbox')).toBe(1)
  await cursor(1_000_000)
  await clean()
  expect(await rowsIn('platform.outbox')).toBe(0)
})
