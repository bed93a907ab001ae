import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import type { Tx } from '../database/index.ts'
import type { Context } from '../http/index.ts'
import { fileJobs, keepBytes, removeFile, sha256Of } from './index.ts'

const CITY = '370200'
let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const inSystem = <T>(work: (tx: Tx) => Promise<T>) =>
  app.services.database.transaction({ kind: 'system', city: CITY }, work)
const keep = (tx: Tx, text: string) => {
  const actor = { personId: app.clock.newId(), membership: null }
  const context = { ...app.services, ...app.clock, tx, city: CITY, actor } as unknown as Context
  return keepBytes(context, { name: 'a', type: 'text/plain', bytes: bytesOf(text) })
}
const isThere = async (text: string) => (await app.services.files.get(sha256Of(bytesOf(text)))) !== undefined
const job = (name: string) => fileJobs(app.services).find((each) => each.name === name)!
const remove = (text: string) => job('platform.removeBytes').run({ sha256: sha256Of(bytesOf(text)) })

test('bytes go with the last record that names them', async () => {
  const { jobs } = app.services
  const [first, second] = await inSystem(async (tx) => [await keep(tx, '同样'), await keep(tx, '同样')] as const)
  await inSystem((tx) => removeFile({ tx, city: CITY, jobs }, first.id))
  await remove('同样')
  expect(await isThere('同样')).toBe(true)
  await inSystem((tx) => removeFile({ tx, city: CITY, jobs }, second.id))
  await remove('同样')
  expect(await isThere('同样')).toBe(false)
})

test('bytes that somebody is just uploading are not removed for somebody else', async () => {
  let removing: Promise<void> | undefined
  await inSystem(async (tx) => {
    await keep(tx, '正在上传')
    removing = remove('正在上传')
    // The removal waits for this transaction: it has all the time it wants to go wrong.
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  await removing
  expect(await isThere('正在上传')).toBe(true)
})

test('bytes of a transaction that failed are swept up after a day, those with a record stay', async () => {
  const { DATA_DIR } = app.services.config
  const failing = inSystem(async (tx) => {
    await keep(tx, '没有记录')
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  await inSystem((tx) => keep(tx, '有记录'))
  const age = (text: string, hours: number) => {
    const [sha256, at] = [sha256Of(bytesOf(text)), new Date(app.clock.now().getTime() - hours * 3_600_000)]
    utimesSync(join(DATA_DIR, 'files', sha256.slice(0, 2), sha256), at, at)
  }
  age('没有记录', 23)
  age('有记录', 100)
  await job('platform.sweepFiles').run({})
  expect(await isThere('没有记录')).toBe(true)
  age('没有记录', 25)
  await job('platform.sweepFiles').run({})
  expect([await isThere('没有记录'), await isThere('有记录')]).toEqual([false, true])
})
