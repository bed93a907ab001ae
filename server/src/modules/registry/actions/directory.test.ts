import { type Call, registryRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { givenLicence, givenOrganisation, givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'

let app: TestApp
const made: Record<string, OrganisationGiven> = {}

beforeAll(async () => {
  app = await startApp()
  const wanted = [
    { name: '青岛海风人力资源有限公司', kind: 'agency', businessTypes: ['recruiting'] },
    { name: '阿尔法机械有限公司', kind: 'employer', district: '370203' },
    { name: '重庆路小学', kind: 'school' },
    { name: '=HYPERLINK("http://example.com")', kind: 'employer' },
    { name: '胶东人力资源产业园', kind: 'park', district: '370281' },
  ] as const
  for (const each of wanted)
    made[each.name] = await givenVerified(app, {
      ...each,
      businessTypes: 'businessTypes' in each ? [...each.businessTypes] : [],
    })
  await givenOrganisation(app, { name: '尚未认证公司' })
})
afterAll(() => app.close())

type Query = NonNullable<Call<typeof registryRoutes.directory>['query']>
const search = async (query: Query = {}) =>
  (await app.as(registryRoutes).directory({ query })).items.map(({ name }) => name)

test('the public finds verified organisations only, in the order of their pinyin', async () => {
  expect(await search()).toEqual([
    '=HYPERLINK("http://example.com")',
    '阿尔法机械有限公司',
    '重庆路小学',
    '胶东人力资源产业园',
    '青岛海风人力资源有限公司',
  ])
})

test.each([
  ['海风', '青岛海风人力资源有限公司'],
  ['haifeng', '青岛海风人力资源有限公司'],
  ['Qing Dao', '青岛海风人力资源有限公司'],
  ['qdhf', '青岛海风人力资源有限公司'],
  ['chongqing', '重庆路小学'],
  ['AEFJX', '阿尔法机械有限公司'],
  ['ａｅｆ', '阿尔法机械有限公司'],
])('%s is found by name, pinyin or initials', async (q, name) => {
  expect(await search({ q })).toEqual([name])
})

test('a credit code finds its organisation, a part of one finds nothing', async () => {
  const { name, creditCode } = made['重庆路小学']!
  expect(await search({ q: creditCode.toLowerCase() })).toEqual([name])
  expect(await search({ q: creditCode.slice(0, 12) })).toEqual([])
})

test('signs that mean something to a database are only signs', async () => {
  for (const q of ['%', '_', "'", '\\', '"; drop']) expect(await search({ q })).toEqual([])
})

test('kind, district, business type and standing narrow the directory together', async () => {
  expect(await search({ kind: 'employer', district: '370203' })).toEqual(['阿尔法机械有限公司'])
  const agency = { businessType: 'recruiting', kind: 'agency' } as const
  expect(await search({ ...agency, standing: 'mayNot' })).toEqual(['青岛海风人力资源有限公司'])
  await givenLicence(app, made['青岛海风人力资源有限公司']!)
  expect(await search({ ...agency, standing: 'mayNot' })).toEqual([])
  expect(await search({ ...agency, standing: 'may' })).toEqual(['青岛海风人力资源有限公司'])
})

test('pages follow on each other without gap or repeat, also when a name is added before them', async () => {
  const directory = app.as(registryRoutes).directory
  for (const sort of ['name', '-name', 'newest'] as const) {
    const whole = await search({ sort })
    const seen: string[] = []
    for (let cursor: string | undefined, page; ; cursor = page.next ?? undefined) {
      page = await directory({ query: { sort, limit: 2, ...(cursor && { cursor }) } })
      seen.push(...page.items.map(({ name }) => name))
      expect(page.total).toBe(whole.length)
      if (!page.next) break
    }
    expect(seen).toEqual(whole)
  }
  const first = await directory({ query: { limit: 2 } })
  await givenVerified(app, { name: '0号公司' })
  const second = await directory({ query: { limit: 2, cursor: first.next! } })
  expect(second.items.map(({ name }) => name)).toEqual(['重庆路小学', '胶东人力资源产业园'])
})

test('a cursor that is not ours is refused, not tried', async () => {
  const cursor = Buffer.from(JSON.stringify(['a', 'not-an-id'])).toString('base64url')
  await refused('platform.badCursor', search({ cursor }))
  await refused('platform.badCursor', search({ cursor: 'zzz' }))
  const text = Buffer.from(JSON.stringify(['x', '019cac0f-2680-7000-8000-000000000020'])).toString('base64url')
  await refused('platform.badCursor', search({ cursor: text, sort: 'newest' }))
})

test('every district of the city has its counts and its place on the map', async () => {
  const { items } = await app.as(registryRoutes).districts({ query: { kind: 'park' } })
  expect(items).toHaveLength(10)
  expect(items.filter(({ total }) => total > 0).map(({ district, kinds }) => [district, kinds.park])).toEqual([
    ['370281', 1],
  ])
  for (const { point } of items) expect(point).not.toBeNull()
})

test('the directory as a file has every row and no formula', async () => {
  const file = await app.as(registryRoutes).directoryCsv({ query: { kind: 'employer' } })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
  expect(text.startsWith('\uFEFF单位名称,')).toBe(true)
  expect(text).toContain(`"'=HYPERLINK(""http://example.com"")"`)
  expect(text).toContain('阿尔法机械有限公司')
  expect(text).not.toContain('尚未认证公司')
})

test('officers find the unverified too, those of a district only there', async () => {
  const register = async (district: string | null, query = {}) => {
    const officer = await given.officer(app, { district })
    return (await app.as(registryRoutes, officer).bureauRegister({ query })).items.map(({ name }) => name)
  }
  expect(await register(null, { verified: false })).toEqual(['尚未认证公司'])
  expect(await register('370281')).toEqual(['胶东人力资源产业园'])
  await refused('registry.otherDistrict', register('370281', { district: '370203' }))
  const officer = app.as(registryRoutes, await given.officer(app, { district: '370281' }))
  const elsewhere = { organisationId: made['阿尔法机械有限公司']!.id }
  await refused('registry.noOrganisation', officer.bureauRecord({ params: elsewhere }))
  await refused('registry.noOrganisation', officer.bureauStanding({ params: elsewhere }))
})

test('a list is counted to ten thousand, and past that says that there are more', async () => {
  const directory = app.as(registryRoutes).directory
  const many = { district: '370285', limit: 1 } as const
  const add = (from: number, until: number) =>
    app.services.database.asOwner((connection) =>
      connection.query(
        `insert into registry.organisation (city, id, kind, name, name_key, search_text, credit_code, district, address,
           verified_on, created_at)
         select '370200', gen_random_uuid(), 'employer', '众多', 'zhong4 duo1', '众多', 'X' || lpad(n::text, 17, '0'),
           '370285', '', '2026-01-01', '2026-01-01' from generate_series($1::int, $2::int) n`,
        [from, until],
      ),
    )
  await add(1, 10_000)
  expect(await directory({ query: many })).toMatchObject({ total: 10_000, atLeast: false })
  await add(10_001, 10_001)
  expect(await directory({ query: many })).toMatchObject({ total: 10_000, atLeast: true })
  const { items } = await app.as(registryRoutes).districts({ query: { q: '众多' } })
  expect(items.find(({ district }) => district === many.district)!.total).toBe(10_001)
})

test('the longest name there may be is found by its pinyin', async () => {
  const name = Array.from({ length: 120 }, (_, at) => '装床双窗撞爽闯霜桩创'[(at * at + (at >> 3)) % 10]).join('')
  const { id } = await givenVerified(app, { name })
  const { items } = await app.as(registryRoutes).directory({ query: { q: 'zhuangchuang', limit: 1 } })
  expect(items.map((item) => item.id)).toEqual([id])
})
