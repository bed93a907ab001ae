import { accountsRoutes, jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { proofFor, refused } from '../../../../testing/codes.ts'
import { given, type SomebodyGiven } from '../../../../testing/given.ts'
import { givenJob } from '../../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import { tellOfNews } from './alerts.ts'

const CITY = '370200'
let app: TestApp
let employer: OrganisationGiven
let seeker: SomebodyGiven
beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  seeker = await given.person(app)
})

const mine = (who = seeker) => app.as(jobsRoutes, who)
const save = (query: string, alert: 'never' | 'daily' | 'weekly' = 'daily', who = seeker) =>
  mine(who).saveSearch({ body: { name: '我的搜索', query, alert } })
const nextDay = () => app.clock.advance(86_400)
const post = async (title: string) => {
  await givenJob(app, employer, { title })
  await app.settle()
}
const messagesTo = ({ phone }: SomebodyGiven): string[] =>
  app.services.messages.shown!().flatMap(({ to, text }) => (to === phone ? [text] : []))

test('a saved search counts what was published since, until it is marked as seen', async () => {
  const { id, news } = await save('q=潜水员')
  expect(news).toBe(0)
  nextDay()
  await post('潜水员')
  expect((await mine().searches()).items).toMatchObject([{ id, query: 'q=潜水员', alert: 'daily', news: 1 }])
  nextDay()
  await mine().seeSearch({ params: { searchId: id } })
  expect((await mine().searches()).items[0]!.news).toBe(0)
})

test('news are told once, the day after they were published, and without news nothing is', async () => {
  await save('q=验光师')
  const other = await given.person(app)
  await save('q=验光师', 'never', other)
  nextDay()
  await post('验光师')
  await tellOfNews(app.services, CITY)
  nextDay()
  await tellOfNews(app.services, CITY)
  await vi.waitFor(() => expect(messagesTo(seeker)).toHaveLength(1), { timeout: 15_000, interval: 50 })
  expect(messagesTo(seeker)[0]).toContain('我的搜索 1 个')
  await tellOfNews(app.services, CITY)
  nextDay()
  await tellOfNews(app.services, CITY)
  expect(messagesTo(seeker)).toHaveLength(1)
  expect(messagesTo(other)).toHaveLength(0)
})

test('a weekly search is due after seven days', async () => {
  await save('q=调音师', 'weekly')
  nextDay()
  await post('调音师')
  for (let day = 0; day < 5; day++) {
    nextDay()
    await tellOfNews(app.services, CITY)
  }
  expect((await mine().searches()).items[0]!.news).toBe(1)
  nextDay()
  await tellOfNews(app.services, CITY)
  expect((await mine().searches()).items[0]!.news).toBe(0)
})

test('a search is its owner’s alone', async () => {
  const { id } = await save('q=保安')
  const other = await given.person(app)
  expect((await mine(other).searches()).items).toEqual([])
  await refused('platform.notFound', mine(other).dropSearch({ params: { searchId: id } }))
  await refused('platform.notFound', mine(other).seeSearch({ params: { searchId: id } }))
  await mine().dropSearch({ params: { searchId: id } })
  expect((await mine().searches()).items).toEqual([])
})

test('what is no search is not saved, nor a twenty-first', async () => {
  await refused('jobs.badSearch', save('days=never'))
  for (let n = 0; n < 20; n++) await save(`q=第${n}`)
  await refused('jobs.tooManySearches', save('q=多余'))
})

test('saved searches are exported and erased with the person', async () => {
  await save('q=裁缝')
  const accounts = app.as(accountsRoutes, seeker)
  const { bytes } = await accounts.exportMe({ body: { proof: await proofFor(app, seeker, 'export') } })
  expect(new TextDecoder().decode(bytes)).toContain('q=裁缝')
  await accounts.eraseMe({ body: { proof: await proofFor(app, seeker, 'erasure') } })
  const { rows } = await app.services.database.asOwner((connection) =>
    connection.query('select 1 from jobs.saved_search where person_id = $1', [seeker.personId]),
  )
  expect(rows).toEqual([])
})
