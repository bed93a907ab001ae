import { type ImportReport, ledgerRoutes, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { creditCode } from '../../../../testing/registry.ts'
import { keepBytes } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { insertImport } from '../store/imports.ts'
import { continueImport } from './continue-import.ts'
import { importJobs } from './import-jobs.ts'

const CITY = '370200'
const COUNTS = { read: 0, created: 0, updated: 0, unchanged: 0, rejectedCount: 0, tries: 0 }
const AT_FIRST = { city: CITY, name: '名册.csv', status: 'running', district: null, ...COUNTS } as const
let app: TestApp
let officer: Awaited<ReturnType<typeof given.officer>>
beforeAll(async () => {
  app = await startApp()
  officer = await given.officer(app)
})
afterAll(() => app.close())

/** Rows of agencies numbered from `first`, one without a name among them where `broken` is given. */
function register(first: number, rows: number, broken = -1): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: rows }, (_, at) => {
    const number = first + at
    const name = at === broken ? '' : `样例批量${number}`
    return `${name},${creditCode(number)},市南区,批量${number},2025-01-01`
  })
  return new TextEncoder().encode(['单位名称,统一社会信用代码,区市,许可证编号,有效期起', ...lines].join('\n'))
}

/** An import as its upload leaves it, but not in the queue. */
async function begun(bytes: Uint8Array<ArrayBuffer>, rows: number): Promise<string> {
  const { services, clock } = app
  const importId = clock.newId()
  await services.database.transaction({ kind: 'system', city: CITY }, async (tx) => {
    const actor = { personId: officer.personId, membership: null }
    const context = { ...services, ...clock, tx, city: CITY, actor } as unknown as Context
    const { id: fileId } = await keepBytes(context, { name: '名册.csv', type: 'text/csv', bytes })
    await insertImport(tx, {
      ...AT_FIRST,
      ownOrganisations: [],
      id: importId,
      importedAt: clock.now(),
      importedBy: officer.personId,
      rows,
      fileId,
      movedAt: clock.now(),
    })
  })
  return importId
}
const reportOf = (importId: string): Promise<ImportReport> =>
  app.as(registryRoutes, officer).importReport({ params: { importId } })
const found = async (q: string) => (await app.as(registryRoutes).directory({ query: { q, limit: 1 } })).total
const filesKept = async () =>
  (await app.services.database.asOwner((connection) => connection.query('select id from platform.file', []))).rows
    .length

test('a server that stops between two batches leaves the rest to the next one, which applies each row once', async () => {
  const importId = await begun(register(800_000, 1200, 700), 1200)
  const ending = new AbortController()
  let commits = 0
  // The first commit takes the import up, the second is that of the first batch.
  const stop = app.services.database.onCommit(() => ++commits === 2 && ending.abort())
  const { jobs, ...others } = app.services
  const again: unknown[] = []
  const send = async (_: unknown, name: string, data: unknown) => void again.push([name, data])
  await continueImport({ ...others, jobs: { ...jobs, send } }, { city: CITY, importId }, ending.signal)
  stop()
  expect(await reportOf(importId)).toMatchObject({ status: 'running', rows: 1200, read: 500, created: 500 })
  expect(again).toEqual([['registry.import', { city: CITY, importId }]])
  await continueImport(app.services, { city: CITY, importId })
  const report = await reportOf(importId)
  expect(report).toMatchObject({ status: 'done', read: 1200, created: 1199, unchanged: 0, rejectedCount: 1 })
  expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([[702, '单位名称']])
  expect(await found('样例批量80')).toBe(1199)
})

test('a batch that was broken off in its middle is written whole by whoever goes on', async () => {
  const before = (await app.as(ledgerRoutes, officer).entries()).total
  const importId = await begun(register(810_000, 700), 700)
  const { clock } = app.services
  let left = 4000
  const newId = () => {
    if (left-- === 0) throw new Error('the power went')
    return clock.newId()
  }
  // A batch of 500 draws 3,500 ids and more: the second one is broken off.
  const dying = { ...app.services, clock: { ...clock, newId } }
  await expect(continueImport(dying, { city: CITY, importId })).rejects.toThrow('the power went')
  expect(await reportOf(importId)).toMatchObject({ status: 'running', read: 500, created: 500 })
  await continueImport(app.services, { city: CITY, importId })
  expect(await reportOf(importId)).toMatchObject({ status: 'done', read: 700, created: 700, rejectedCount: 0 })
  expect((await app.as(ledgerRoutes, officer).entries()).total).toBe(before + 1400)
})

test('two that go on with one import at once write no row twice', async () => {
  const importId = await begun(register(820_000, 1100), 1100)
  const both = [1, 2].map(() => continueImport(app.services, { city: CITY, importId }))
  await Promise.all(both)
  expect(await reportOf(importId)).toMatchObject({ status: 'done', read: 1100, created: 1100, unchanged: 0 })
})

test('two imports of the same organisations at once make each of them once and send none back', async () => {
  const imports = [await begun(register(830_000, 600), 600), await begun(register(830_000, 600), 600)]
  await Promise.all(imports.map((importId) => continueImport(app.services, { city: CITY, importId })))
  const reports = await Promise.all(imports.map(reportOf))
  const sum = (name: 'created' | 'unchanged' | 'rejectedCount') => reports.reduce((all, each) => all + each[name], 0)
  expect([sum('created'), sum('unchanged'), sum('rejectedCount')]).toEqual([600, 600, 0])
  expect(await found('样例批量83')).toBe(600)
})

test('an import whose server was killed is taken up again by the queue', async () => {
  const importId = await begun(register(840_000, 3), 3)
  const resume = importJobs(app.services).find(({ name }) => name === 'registry.resumeImports')!
  await resume.run({})
  expect((await reportOf(importId)).read).toBe(0)
  app.clock.advance(61)
  await resume.run({})
  await vi.waitFor(async () => expect(await reportOf(importId)).toMatchObject({ status: 'done', created: 3 }), {
    timeout: 30_000,
    interval: 100,
  })
})

test('an import ends with the charge of the officer who began it, and what was written stays', async () => {
  const importId = await begun(register(890_000, 700), 700)
  let commits = 0
  const stop = app.services.database.onCommit(() => {
    // The second commit is that of the first batch.
    if (++commits === 2) moved = moveTo('370203')
  })
  let moved: Promise<unknown> | undefined
  const moveTo = (district: string | null) =>
    app.services.database.asOwner((connection) =>
      connection.query('update accounts.officer set district = $1 where person_id = $2', [district, officer.personId]),
    )
  await continueImport(app.services, { city: CITY, importId })
  stop()
  await moved
  await moveTo(null)
  expect(await reportOf(importId)).toMatchObject({ status: 'failed', read: 500, created: 500 })
})

test('the file of an import is kept until its end and no longer', async () => {
  const before = await filesKept()
  const importId = await begun(register(850_000, 2), 2)
  expect(await filesKept()).toBe(before + 1)
  await continueImport(app.services, { city: CITY, importId })
  expect(await filesKept()).toBe(before)
})

test('an import that cannot go on ends as failed, and what was written stays', async () => {
  const lost = await begun(register(860_000, 2), 2)
  await app.services.database.asOwner((connection) => connection.exec('delete from platform.file'))
  await continueImport(app.services, { city: CITY, importId: lost })
  expect(await reportOf(lost)).toMatchObject({ status: 'failed', read: 0 })
  const poisoned = await begun(register(870_000, 2), 2)
  const { clock } = app.services
  const newId = () => {
    throw new Error('never')
  }
  for (let tries = 0; tries < 10; tries++)
    await expect(
      continueImport({ ...app.services, clock: { ...clock, newId } }, { city: CITY, importId: poisoned }),
    ).rejects.toThrow('never')
  await continueImport(app.services, { city: CITY, importId: poisoned })
  expect(await reportOf(poisoned)).toMatchObject({ status: 'failed', read: 0, created: 0 })
})

test('the list of imports has the newest first, for an officer of a district the own', async () => {
  const { items, total } = await app.as(registryRoutes, officer).imports({ query: { limit: 2 } })
  expect(items).toHaveLength(2)
  expect(total).toBeGreaterThan(2)
  const { next } = await app.as(registryRoutes, officer).imports({ query: { limit: 2 } })
  const second = await app.as(registryRoutes, officer).imports({ query: { limit: 200, cursor: next! } })
  expect(second.items).toHaveLength(total - 2)
  const elsewhere = app.as(registryRoutes, await given.officer(app, { district: '370203' }))
  expect((await elsewhere.imports()).total).toBe(0)
  await refused('platform.badCursor', elsewhere.imports({ query: { cursor: 'x' } }))
})
