import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyPglite, freshPool } from '../../../testing/database.ts'
import { Database } from '../database/index.ts'
import { beginClock, catchUp, ClockBehind, ClockOfUse, openClock } from './clock-ahead.ts'

let database: Database
beforeEach(async () => (database = new Database(await freshPool())))
afterEach(() => database.close())

const open = (days: number) => database.asOwner((connection) => openClock(connection, days))
const begin = (days: number, isDevelopment = true) =>
  beginClock(database, { CLOCK_AHEAD: days, DEVELOPMENT: isDevelopment })
/** How often nights were made up for. */
async function caughtUp(): Promise<number> {
  let times = 0
  await catchUp(database, async () => void times++)
  return times
}

test('a development server whose clock is right leaves no mark, and nothing keeps it out', async () => {
  await begin(0)
  expect(await caughtUp()).toBe(0)
  await open(0)
  await open(8)
})

test('records kept under a clock ahead are not opened by one that shows an earlier day, by whatever command they were', async () => {
  await open(8)
  await expect(open(7)).rejects.toThrow(ClockBehind)
  await expect(open(0)).rejects.toMatchObject({ days: 8 })
  await open(8)
  await open(9)
  await expect(open(8)).rejects.toMatchObject({ days: 9 })
})

test('records of a server in use are opened by no clock ahead', async () => {
  await begin(0, false)
  await open(0)
  await expect(open(1)).rejects.toThrow(ClockOfUse)
})

test('skipped nights are made up for once, and again where the start broke off before', async () => {
  await begin(8)
  const breaking = catchUp(database, () => Promise.reject(new Error('broken off')))
  await expect(breaking).rejects.toThrow('broken off')
  expect(await caughtUp()).toBe(1)
  await begin(8)
  expect(await caughtUp()).toBe(0)
  await begin(10)
  expect(await caughtUp()).toBe(1)
})

test('a database without any table may be opened with every clock', async () => {
  await database.close()
  database = new Database(await emptyPglite())
  await open(0)
  await open(8)
})
