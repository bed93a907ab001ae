import { jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../../testing/app.ts'
import { refused } from '../../../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../../../testing/given.ts'
import { AskedTally } from './asked.ts'

let app: TestApp
let officer: SomebodyGiven
beforeAll(async () => {
  app = await startApp()
  officer = await given.officer(app)
})
afterAll(() => app.close())

const unmet = (query: { little?: string; limit?: number; cursor?: string } = {}) =>
  app.as(jobsRoutes, officer).unmet({ query })

test('what three people searched for in vain is shown to officers, what one searched for is not', async () => {
  const people = await Promise.all([1, 2, 3].map(() => given.person(app)))
  for (const person of people) await app.as(jobsRoutes, person).search({ query: { q: ' 潜水员  ' } })
  for (let n = 0; n < 5; n++) await app.as(jobsRoutes, people[0]!).search({ query: { q: '张三的公司' } })
  app.clock.advance(61)
  await app.as(jobsRoutes, people[0]!).search({ query: { q: '潜水员' } })
  const page = await vi.waitFor(
    async () => {
      const seen = await unmet()
      // Rows and total are read one after the other, and it may be written in between.
      expect(seen).toMatchObject({ total: 1, items: [{}] })
      return seen
    },
    { timeout: 10_000, interval: 50 },
  )
  expect(page.items).toEqual([{ text: '潜水员', times: 3, found: 0 }])
  await refused('platform.badCursor', unmet({ cursor: 'x' }))
})

test('officers alone see what is searched for', async () => {
  await refused('platform.accessDenied', app.as(jobsRoutes, await given.person(app)).unmet({ query: {} }))
})

test('words of fewer than three callers, long texts, numbers and addresses are never given out', () => {
  const tally = new AskedTally()
  for (const caller of ['a', 'b', 'a', 'b']) tally.add('2026-03-02', '保安', caller, 3)
  for (const caller of ['a', 'b', 'c'])
    for (const text of ['13900000001', 'a@b.cn', '一二三四五六七八九十一二三四五六七八九十一', '   '])
      tally.add('2026-03-02', text, caller, 0)
  expect(tally.take()).toEqual([])
  tally.add('2026-03-02', 'ＪＡＶＡ', 'a', 1)
  tally.add('2026-03-02', 'java ', 'b', 1)
  tally.add('2026-03-02', 'Java', 'c', 2)
  expect(tally.take()).toEqual([{ text: 'java', day: '2026-03-02', times: 3, found: 2 }])
  expect(tally.take()).toEqual([])
})

test('callers of another day are counted anew', () => {
  const tally = new AskedTally()
  tally.add('2026-03-02', '保安', 'a', 3)
  tally.add('2026-03-02', '保安', 'b', 3)
  tally.add('2026-03-03', '保安', 'c', 3)
  expect(tally.take()).toEqual([])
})
