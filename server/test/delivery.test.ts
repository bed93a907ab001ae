import { platformRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverAll, emit, type Subscriber } from '../src/platform/outbox/index.ts'
import { startApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const lines: Record<string, unknown>[] = []
const log = { info: () => {}, warn: () => {}, error: (fields: Record<string, unknown>) => void lines.push(fields) }
const heardBy: Record<string, number[]> = { careful: [], broken: [] }
let isMended = false
const subscriber = (name: string, fails: (n: number) => boolean): Subscriber => ({
  name,
  kinds: ['trial.happened'],
  async hear(_, { payload }) {
    const { n } = payload as { n: number }
    if (fails(n)) throw new TypeError('secret words')
    heardBy[name]!.push(n)
  },
})
const both = [subscriber('broken', (n) => n === 3 && !isMended), subscriber('careful', () => false)]

/** Lets time pass until whoever failed may try again. */
async function deliver(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    app.clock.advance(301)
    await deliverAll(app.services.database, both, log, app.clock.now)
  }
}
const ready = () => app.as(platformRoutes).readiness()

test('a subscriber stuck at one event holds up no other, is named to the operator, and goes on once it is mended', async () => {
  const { database } = app.services
  for (const n of [1, 2, 3, 4])
    await database.transaction({ kind: 'system', city: '370200' }, (tx) =>
      emit(tx, { city: '370200', kind: 'trial.happened', payload: { n }, happenedAt: app.clock.now() }),
    )
  await expect
    .poll(async () => {
      await deliver(1)
      return heardBy['careful']
    })
    .toEqual([1, 2, 3, 4])
  await deliver(12)
  const [last] = lines.slice(-1)
  expect(last).toMatchObject({ subscriber: 'broken', event: 'trial.happened', kind: 'TypeError' })
  expect(last!['failures']).toBeGreaterThanOrEqual(6)
  expect(JSON.stringify(lines)).not.toContain('secret words')
  expect(await ready()).toMatchObject({ status: 'ready', stuck: ['broken'] })
  isMended = true
  await deliver(3)
  expect(heardBy['broken']!.slice(-2)).toEqual([3, 4])
  expect((await ready()).stuck).toEqual([])
})
