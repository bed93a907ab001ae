import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { append, appendMany, type NewEntry, sealCity, verifyCity } from './index.ts'

const CITY = '370200'
let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const within = <T>(work: (recorder: Parameters<typeof append>[0]) => Promise<T>): Promise<T> => {
  const { database, clock, secrets } = app.services
  return database.transaction({ kind: 'system', city: CITY }, (tx) => work({ tx, city: CITY, ...clock, secrets }))
}
const entry = (number: number): NewEntry => ({
  kind: 'accounts.personRegistered',
  occurredOn: '2026-03-02',
  sourceId: `s${number}`,
  personId: `p${number}`,
  district: '370202',
})
const entries = (): Promise<number> =>
  within(async ({ tx }) => {
    const { rows } = await sql<{ total: number }>`select count(*) as total from ledger.entry`.execute(tx)
    return rows[0]!.total
  })

test('entries recorded together are sealed and verified as those recorded one by one', async () => {
  await within((recorder) => append(recorder, entry(0)))
  await within((recorder) =>
    appendMany(
      recorder,
      Array.from({ length: 4500 }, (_, at) => entry(at + 1)),
    ),
  )
  await within((recorder) => append(recorder, entry(9999)))
  expect(await entries()).toBe(4502)
  await sealCity(app.services, CITY)
  const report = await verifyCity(app.services, CITY)
  expect(report).toMatchObject({ entries: 4502, problems: [] })
})

test('one that was counted before refuses all of them', async () => {
  await expect(within((recorder) => appendMany(recorder, [entry(20_000), entry(1)]))).rejects.toMatchObject({
    code: '23505',
  })
  expect(await entries()).toBe(4502)
  await within((recorder) => appendMany(recorder, []))
})
