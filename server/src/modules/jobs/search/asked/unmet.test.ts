import { jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../../testing/app.ts'
import { refused } from '../../../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../../../testing/given.ts'
import { type AskedFilter, filtersAsked } from './filters.ts'
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

test('officers see which filters found little, chosen or said in words, where three people asked in vain', async () => {
  const people = await Promise.all([1, 2, 3].map(() => given.person(app)))
  const asked = {
    place: '370211001',
    occupation: '6-30',
    pay: 345_600,
    education: 'college',
    employment: 'partTime',
  } as const
  for (const person of people) await app.as(jobsRoutes, person).search({ query: asked })
  for (const person of people) await app.as(jobsRoutes, person).search({ query: { q: '崂山 潜水员' } })
  for (let n = 0; n < 4; n++) await app.as(jobsRoutes, people[0]!).search({ query: { place: '370202' } })
  app.clock.advance(61)
  await app.as(jobsRoutes, people[0]!).search({ query: {} })
  const filters = async (query: { limit?: number; cursor?: string } = {}) =>
    app.as(jobsRoutes, officer).unmetFilters({ query })
  const page = await vi.waitFor(
    async () => {
      const seen = await filters()
      expect(seen.items).toHaveLength(6)
      return seen
    },
    { timeout: 10_000, interval: 50 },
  )
  expect(page.items.map(({ kind, code, name }) => [kind, code, name])).toEqual([
    ['education', 'college', '大专'],
    ['employment', 'partTime', '兼职'],
    ['occupation', '6-30', expect.any(String)],
    ['pay', '300000', '3000 元/月以上'],
    ['place', '370211', '黄岛区'],
    ['place', '370212', '崂山区'],
  ])
  expect(page.items.every(({ times, little }) => times === 3 && little === 3)).toBe(true)
  const first = await filters({ limit: 4 })
  const rest = await filters({ limit: 4, cursor: first.next! })
  expect([...first.items, ...rest.items]).toEqual(page.items)
  await refused('platform.badCursor', filters({ cursor: 'x' }))
  await refused('platform.accessDenied', app.as(jobsRoutes, people[0]!).unmetFilters({ query: {} }))
})

test('officers alone see what is searched for', async () => {
  await refused('platform.accessDenied', app.as(jobsRoutes, await given.person(app)).unmet({ query: {} }))
})

const add = (
  tally: AskedTally,
  day: string,
  words: string,
  caller: string,
  found: number,
  filters: AskedFilter[] = [],
) => tally.add({ words, filters, found, isLittle: found < 5 }, { day, caller, fewest: 3 })

test('words of fewer than three callers, long texts, numbers and addresses are never given out', () => {
  const tally = new AskedTally()
  for (const caller of ['a', 'b', 'a', 'b']) add(tally, '2026-03-02', '保安', caller, 3)
  for (const caller of ['a', 'b', 'c'])
    for (const text of ['13900000001', 'a@b.cn', '一二三四五六七八九十一二三四五六七八九十一', '   '])
      add(tally, '2026-03-02', text, caller, 0)
  expect(tally.take(3).words).toEqual([])
  add(tally, '2026-03-02', 'ＪＡＶＡ', 'a', 1)
  add(tally, '2026-03-02', 'java ', 'b', 1)
  add(tally, '2026-03-02', 'Java', 'c', 2)
  expect(tally.take(3).words).toEqual([{ text: 'java', day: '2026-03-02', times: 3, found: 2 }])
  expect(tally.take(3).words).toEqual([])
})

test('a filter is told of when three callers found little with it, beside all searches with it', () => {
  const tally = new AskedTally()
  const place: AskedFilter[] = [{ kind: 'place', code: '370211' }]
  for (const caller of ['a', 'b', 'c', 'd']) add(tally, '2026-03-02', '', caller, 90, place)
  for (const caller of ['a', 'b', 'b']) add(tally, '2026-03-02', '', caller, 0, place)
  expect(tally.take(3).filters).toEqual([])
  add(tally, '2026-03-02', '', 'c', 1, place)
  const told = { kind: 'place', code: '370211', day: '2026-03-02', times: 8, little: 4 }
  expect(tally.take(3)).toEqual({ words: [], filters: [told] })
  add(tally, '2026-03-02', '', 'd', 90, place)
  expect(tally.take(3).filters).toEqual([{ ...told, times: 1, little: 0 }])
})

test('a code that nobody knows is no filter that was asked for', () => {
  const query = { place: '999999', occupation: '9-99', employment: 'nothing,fullTime', pay: 100 } as never
  expect(filtersAsked(query, [])).toEqual([{ kind: 'employment', code: 'fullTime' }])
})

test('callers of another day are counted anew', () => {
  const tally = new AskedTally()
  add(tally, '2026-03-02', '保安', 'a', 3)
  add(tally, '2026-03-02', '保安', 'b', 3)
  add(tally, '2026-03-03', '保安', 'c', 3)
  expect(tally.take(3).words).toEqual([])
})
