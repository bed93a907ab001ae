import { jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { givenJob } from '../../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'

let app: TestApp
let employer: OrganisationGiven
const ids: Record<string, string> = {}

const at = (place: string, openings = 1) => [{ place, address: '', openings }]

beforeAll(async () => {
  app = await startApp()
  employer = await givenVerified(app, { name: '样例海风物流' })
  const post = async (name: string, wanted: Parameters<typeof givenJob>[2]) => {
    ids[name] = (await givenJob(app, employer, wanted)).id
  }
  await post('forklift', {
    title: '叉车司机',
    description: '仓库装卸，包住。',
    places: at('370211', 3),
    salary: { min: 500_000, max: 700_000 },
  })
  await post('guard', {
    title: '门卫',
    description: '看大门，登记车辆。',
    places: at('370202'),
    salary: { min: 300_000, max: 350_000 },
  })
  await post('cook', {
    title: '厨师',
    description: '灶上炒菜，包吃住，双休。',
    places: at('370202', 2),
    salary: { min: 700_000, max: 900_000 },
  })
  await app.settle()
})
afterAll(() => app.close())

const anybody = (language: 'zh' | 'en' = 'zh') => app.as(jobsRoutes, { language })
type Asked = NonNullable<Parameters<ReturnType<typeof anybody>['search']>[0]>
const search = (query: NonNullable<Asked['query']>) => anybody().search({ query })

test('a posting is found by words, pinyin and other names, as a card', async () => {
  const found = await search({ q: '叉车' })
  expect(found).toMatchObject({ total: 1, next: null, instead: null, facets: null })
  expect(found.items[0]).toMatchObject({
    id: ids['forklift'],
    title: '叉车司机',
    employer: { id: employer.id, name: '样例海风物流' },
    openings: 3,
    salary: { min: 500_000, max: 700_000 },
    distanceKm: null,
  })
  for (const q of ['chache', 'ccsj', '叉车丝机', '样例海风'])
    expect(
      (await search({ q })).items.map(({ id }) => id),
      q,
    ).toContain(ids['forklift'])
  expect((await search({ q: '保安' })).items.map(({ id }) => id)).toEqual([ids['guard']])
})

test('a whole wish is understood, shown, and taken back', async () => {
  const { understood, items } = await search({ q: '叉车 三千 包住 黄岛' })
  expect(items.map(({ id }) => id)).toEqual([ids['forklift']])
  expect(understood.map(({ field, code, applied }) => [field, code, applied])).toEqual([
    ['pay', '300000', true],
    ['welfare', 'housing', true],
    ['place', '370211', true],
  ])
  expect((await search({ q: '黄岛', verbatim: 'place' })).understood).toEqual([])
})

test('an integrator pages through with place, limit and cursor, and the total stays exact', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await search({ place: '370200', limit: 1, ...(cursor && { cursor }) })
    expect(page.total).toBe(3)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen.toSorted()).toEqual(Object.values(ids).toSorted())
  await refused('platform.badCursor', search({ cursor: 'nonsense' }))
  await refused('platform.badCursor', search({ cursor: Buffer.from('[1,"a",0,"never"]').toString('base64url') }))
})

test('facets count what each value would give, with names in the language of the caller', async () => {
  const { facets } = await anybody('en').search({ query: { place: '370202', facets: 'true' } })
  expect(facets!['place']).toEqual([
    { code: '370202', name: '市南区', count: 2 },
    { code: '370211', name: '黄岛区', count: 1 },
  ])
  expect(facets!['welfare']).toContainEqual({ code: 'housing', name: 'housing provided', count: 1 })
})

test('salary, day and education count what choosing each would leave, whatever is chosen of them now', async () => {
  const counted = async (query: object) => {
    const { facets } = await anybody().search({ query: { place: '370200', facets: 'true', ...query } })
    return facets!
  }
  const total = async (query: object) => (await search({ place: '370200', ...query })).total
  const facets = await counted({})
  for (const name of ['pay', 'days', 'education'])
    for (const { code, count } of facets[name]!)
      expect([name, code, count]).toEqual([name, code, await total({ [name]: code })])
  const chosen = await counted({ pay: '2000000' })
  expect(chosen['pay']).toEqual(facets['pay'])
  expect(chosen['days']!.every(({ count }, at) => count <= facets['days']![at]!.count)).toBe(true)
})

test('each radius counts what choosing it would leave, whatever radius or street is chosen now', async () => {
  const counted = async (query: object) => {
    const { facets } = await anybody('en').search({ query: { place: '370202', facets: 'true', ...query } })
    return facets!['km']
  }
  const steps = await counted({})
  expect(steps).toHaveLength(5)
  for (const { code, count } of steps!)
    expect([code, count]).toEqual([code, (await search({ place: '370202', km: Number(code) })).total])
  expect(steps!.map(({ count }) => count)).toEqual(steps!.map(({ count }) => count).toSorted((a, b) => a - b))
  expect(steps![0]).toEqual({ code: '3', name: 'within 3 km', count: 2 })
  expect(await counted({ km: 5 })).toEqual(steps)
  const { facets } = await anybody().search({ query: { facets: 'true' } })
  expect(facets).not.toHaveProperty('km')
})

test('distance is told from the place that is searched around', async () => {
  const { items } = await search({ place: '370202', km: 60, sort: 'near' })
  expect(items).toHaveLength(3)
  expect(items[0]!.distanceKm).toBe(0)
  expect(items[2]!.id).toBe(ids['forklift'])
  expect(items[2]!.distanceKm).toBeGreaterThan(5)
})

test('completions come in characters and pinyin', async () => {
  const suggest = async (q: string) => (await anybody().suggest({ query: { q } })).items.map(({ text }) => text)
  expect(await suggest('叉')).toContain('叉车司机')
  expect(await suggest('chus')).toContain('厨师')
})

test('the market counts postings, openings and pay by district and occupation', async () => {
  const market = await anybody().market({ query: {} })
  expect(market).toMatchObject({ postings: 3, openings: 6, employers: 1, medianPay: 600_000 })
  expect(market.districts).toEqual([
    { code: '370202', name: '市南区', count: 2, openings: 3 },
    { code: '370211', name: '黄岛区', count: 1, openings: 3 },
  ])
  expect(market.occupations.every(({ code }) => /^\d-\d\d-\d\d$/.test(code))).toBe(true)
})

test('whatever is typed is answered', async () => {
  for (const q of ['3000', '！！！', '😀😀', 'x'.repeat(100), "'; drop table jobs.job; --", '%', '\\'])
    expect((await search({ q })).total).toBeGreaterThanOrEqual(0)
  await refused('platform.invalidInput', search({ q: 'x'.repeat(101) }))
})

test('a posting that is closed or has ended is found no more, without waiting for the nightly sweep', async () => {
  const { id, version } = await givenJob(app, employer, { title: '潜水员', validUntil: '2026-03-10' })
  const short = await givenJob(app, employer, { title: '验光师', validUntil: '2026-03-03' })
  await app.settle()
  expect((await search({ q: '潜水员' })).items.map((one) => one.id)).toEqual([id])
  await app.as(jobsRoutes, employer.owner).close({
    params: { organisationId: employer.id, jobId: id },
    body: { version, reason: 'filled' },
  })
  await app.settle()
  expect((await search({ q: '潜水员' })).total).toBe(0)
  expect((await search({ q: '验光师' })).items.map((one) => one.id)).toEqual([short.id])
  app.clock.set('2026-03-04T01:00:00Z')
  expect((await search({ q: '验光师' })).total).toBe(0)
})
