import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cityRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startApp, type TestApp } from '../../testing/app.ts'
import { addWorkingDays, checkCities, loadCities, parameter } from './index.ts'

const CITIES = join(import.meta.dirname, '../../../cities')
const QINGDAO = '370200-qingdao'

/** A copy of the folders of cities that a test may spoil. */
function spoil(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-cities-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(CITIES, folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return folder
}
const edit = (file: string, change: (value: never) => unknown): string =>
  spoil(file, (text) => JSON.stringify(change(JSON.parse(text) as never)))
const findings = (folder: string) => checkCities(folder).findings

test('the cities in the sources have nothing wrong', () => {
  const { cities, findings: wrong } = checkCities()
  expect(wrong).toEqual([])
  expect(cities.map(({ code }) => code)).toEqual(['370200', '371100'])
})

test('a city has every district with its streets and its point', () => {
  const qingdao = loadCities().get('370200')!
  expect(qingdao.districts).toHaveLength(10)
  for (const { streets, point } of qingdao.districts) {
    expect(streets.length).toBeGreaterThan(0)
    expect(point.lat).toBeGreaterThan(35)
  }
})

test('a parameter holds from its first to its last day, both included, and is unknown outside', () => {
  const year = { value: 6000, from: '2025-01-01', until: '2025-12-31', example: true }
  const folder = edit(`${QINGDAO}/parameters/registry.json`, (list: unknown[]) => [
    ...list,
    { id: 'agencies.ofOneYear', name: { zh: '一年', en: 'A year' }, unit: 'basisPoints', values: [year] },
  ])
  const qingdao = loadCities(folder).get('370200')!
  const share = (on: string) => parameter(qingdao, 'agencies.ofOneYear', on)?.value
  expect(['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(share)).toEqual([
    undefined,
    6000,
    6000,
    undefined,
  ])
  expect(parameter(qingdao, 'no.such', '2025-01-01')).toBeUndefined()
})

test('what the country says holds in a city unless the city says otherwise', () => {
  expect(parameter(loadCities().get('371100')!, 'agencies.filingDays', '2026-01-01')?.value).toBe(15)
  const own = { id: 'agencies.filingDays', name: { zh: '备案', en: 'Filing' }, unit: 'days' }
  const folder = edit(`${QINGDAO}/parameters/registry.json`, (list: unknown[]) => [
    ...list,
    { ...own, values: [{ value: 10, from: '2025-01-01', example: true }] },
  ])
  const cities = loadCities(folder)
  expect(parameter(cities.get('370200')!, 'agencies.filingDays', '2026-01-01')?.value).toBe(10)
  expect(parameter(cities.get('370200')!, 'agencies.filingDays', '2024-01-01')).toBeUndefined()
  expect(parameter(cities.get('371100')!, 'agencies.filingDays', '2026-01-01')?.value).toBe(15)
})

test("a city may have a year of its own in place of the country's", () => {
  const cities = loadCities(
    spoilYear((year) => ({ ...year, daysOff: [{ name: NAME, from: '2026-03-03', until: '2026-03-03' }] })),
  )
  const next = (city: string) => addWorkingDays(cities.get(city)!.calendar, '2026-03-02', 1)
  expect([next('370200'), next('371100')]).toEqual(['2026-03-04', '2026-03-03'])
  expect(addWorkingDays(cities.get('370200')!.calendar, '2025-09-30', 1)).toBe('2025-10-09')
})

type District = { code: string; en: string }
type Value = { value: number; from: string; until?: string; example?: true; source?: { title: string } }
type Parameter = { id: string; values: Value[] }
type Demo = {
  agencies: { districts: Record<string, number>; businessTypes: Record<string, number> }
  employers: { industries: Record<string, number> }
  parks: { district: string; partOf?: string; name: { zh: string; en: string } }[]
}
type Year = { year: number; daysOff: object[]; worked: string[] }
const NAME = { zh: '某日', en: 'Some day' }
/** A city with a calendar of its own for 2026, which a test may spoil. */
function spoilYear(change: (year: Year) => Year): string {
  const folder = spoil(`${QINGDAO}/city.json`, (text) => text)
  const calendar = join(folder, QINGDAO, 'calendar')
  mkdirSync(calendar)
  const year = { year: 2026, source: { title: '某通知' }, daysOff: [], worked: [] }
  writeFileSync(join(calendar, '2026.json'), JSON.stringify(change(year)))
  return folder
}
const firstValue = (change: (value: Value) => Value[]) => (list: Parameter[]) =>
  list.map((one, at) => (at ? one : { ...one, values: one.values.flatMap(change) }))

test.each([
  ['broken JSON', () => spoil(`${QINGDAO}/city.json`, (text) => text.replace(',', ',,')), 'city.json', '', /第 2 行/],
  ['JSON that ends early', () => spoil(`${QINGDAO}/city.json`, (text) => text.slice(0, 40)), 'city.json', '', /JSON/],
  [
    'an unknown field',
    () => edit(`${QINGDAO}/city.json`, (city: object) => ({ ...city, buero: 1 })),
    'city.json',
    '',
    /buero/,
  ],
  [
    'another code than the folder',
    () => edit(`${QINGDAO}/city.json`, (city: object) => ({ ...city, code: '371100' })),
    'city.json',
    'code',
    /370200/,
  ],
  [
    'a district that is missing',
    () => edit(`${QINGDAO}/districts.json`, (list: District[]) => list.slice(1)),
    'districts.json',
    '',
    /缺少市南区/,
  ],
  [
    'a district twice',
    () => edit(`${QINGDAO}/districts.json`, (list: District[]) => [...list, list[0]]),
    'districts.json',
    '[10].code',
    /两次/,
  ],
  [
    'a district of another city',
    () => edit(`${QINGDAO}/districts.json`, (list: District[]) => [...list, { code: '371102', en: 'Donggang' }]),
    'districts.json',
    '[10].code',
    /不属于/,
  ],
  [
    'a code that does not exist',
    () => edit(`${QINGDAO}/districts.json`, (list: District[]) => [...list, { code: '370299', en: 'Nowhere' }]),
    'districts.json',
    '[10].code',
    /没有区划代码/,
  ],
  [
    'a value without a source that is no example',
    () =>
      edit(
        `${QINGDAO}/parameters/registry.json`,
        firstValue(({ value, from }) => [{ value, from }]),
      ),
    'parameters/registry.json',
    '[0].values[0]',
    /示例/,
  ],
  [
    'an example that names a source',
    () =>
      edit(
        `${QINGDAO}/parameters/registry.json`,
        firstValue((value) => [{ ...value, source: { title: '某文件' } }]),
      ),
    'parameters/registry.json',
    '[0].values[0]',
    /示例/,
  ],
  [
    'a value that ends before it begins',
    () =>
      edit(
        `${QINGDAO}/parameters/registry.json`,
        firstValue((value) => [{ ...value, until: '2020-01-01' }]),
      ),
    'parameters/registry.json',
    '[0].values[0].until',
    /早于/,
  ],
  [
    'two values on one day',
    () =>
      edit(
        `${QINGDAO}/parameters/registry.json`,
        firstValue((value) => [value, { ...value, from: '2025-06-01' }]),
      ),
    'parameters/registry.json',
    '[0].values[1].from',
    /同一天/,
  ],
  [
    'a day that does not exist',
    () =>
      edit(
        `${QINGDAO}/parameters/registry.json`,
        firstValue((value) => [{ ...value, from: '2025-02-30' }]),
      ),
    'parameters/registry.json',
    '[0].values[0].from',
    /日期/,
  ],
  [
    'a parameter twice in one file',
    () => edit(`${QINGDAO}/parameters/registry.json`, (list: Parameter[]) => [...list, list[0]]),
    'parameters/registry.json',
    '[5].id',
    /两次/,
  ],
  [
    'a parameter in two files',
    () =>
      edit(`${QINGDAO}/parameters/trust.json`, (list: Parameter[]) =>
        list.map((one) => ({ ...one, id: 'registry.verificationWorkingDays' })),
      ),
    'parameters/trust.json',
    '[0].id',
    /registry\.json/,
  ],
  [
    'a weekday worked for a day off',
    () => spoilYear((year) => ({ ...year, worked: [...year.worked, '2026-03-02'] })),
    'calendar/2026.json',
    'worked[0]',
    /工作日/,
  ],
  [
    'a day off in another year',
    () => spoilYear((year) => ({ ...year, daysOff: [{ name: NAME, from: '2026-12-31', until: '2027-01-01' }] })),
    'calendar/2026.json',
    'daysOff[0].until',
    /不在 2026 年/,
  ],
  [
    'days off that end before they begin',
    () => spoilYear((year) => ({ ...year, daysOff: [{ name: NAME, from: '2026-05-05', until: '2026-05-01' }] })),
    'calendar/2026.json',
    'daysOff[0].until',
    /早于/,
  ],
  [
    'a day both off and worked',
    () =>
      spoilYear((year) => ({
        ...year,
        daysOff: [{ name: NAME, from: '2026-05-09', until: '2026-05-09' }],
        worked: ['2026-05-09'],
      })),
    'calendar/2026.json',
    'worked[0]',
    /放假/,
  ],
  [
    'a year in the file of another',
    () => spoilYear((year) => ({ ...year, year: 2027 })),
    'calendar/2026.json',
    'year',
    /文件名/,
  ],
  [
    'shares that do not come to a hundred',
    () =>
      edit(`${QINGDAO}/demo.json`, (demo: Demo) => {
        demo.agencies.districts['370202'] = 1
        return demo
      }),
    'demo.json',
    'agencies.districts',
    /应为 100/,
  ],
  [
    'a business type that does not exist',
    () =>
      edit(`${QINGDAO}/demo.json`, (demo: Demo) => {
        demo.agencies.businessTypes['fishing'] = 1
        return demo
      }),
    'demo.json',
    'agencies.businessTypes',
    /fishing/,
  ],
  [
    'an industry that does not exist',
    () =>
      edit(`${QINGDAO}/demo.json`, (demo: Demo) => {
        demo.employers.industries['Z'] = 0
        return demo
      }),
    'demo.json',
    'employers.industries.Z',
    /门类/,
  ],
  [
    'a park elsewhere',
    () =>
      edit(`${QINGDAO}/demo.json`, (demo: Demo) => {
        demo.parks[0]!.district = '371102'
        return demo
      }),
    'demo.json',
    'parks[0].district',
    /没有区市/,
  ],
  [
    'a park twice',
    () =>
      edit(`${QINGDAO}/demo.json`, (demo: Demo) => {
        demo.parks[4]!.name = demo.parks[0]!.name
        return demo
      }),
    'demo.json',
    'parks[4].name',
    /重复/,
  ],
  [
    'a branch of no park',
    () =>
      edit(`${QINGDAO}/demo.json`, (demo: Demo) => {
        demo.parks[1]!.partOf = 'No such park'
        return demo
      }),
    'demo.json',
    'parks[1].partOf',
    /No such park/,
  ],
] as const)('the check names %s by file and path', (_, spoiled, file, path, reason) => {
  const found = findings(spoiled())
  expect(found).toContainEqual({
    file: `${QINGDAO}/${file}`,
    path,
    reason: { zh: expect.stringMatching(reason) as string, en: expect.stringMatching(/^[\x20-\x7e“”’]+$/) as string },
  })
})

test('files that nothing reads, missing files and strange folders are named', () => {
  const folder = spoil(`${QINGDAO}/city.json`, (text) => text)
  writeFileSync(join(folder, QINGDAO, 'distrcts.json'), '[]')
  writeFileSync(join(folder, QINGDAO, 'parameters', 'notes.txt'), '')
  rmSync(join(folder, '371100-rizhao', 'demo.json'))
  cpSync(join(folder, QINGDAO), join(folder, 'Qingdao'), { recursive: true })
  cpSync(join(folder, QINGDAO), join(folder, '379900-atlantis'), { recursive: true })
  expect(findings(folder).map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      `${QINGDAO}/distrcts.json`,
      `${QINGDAO}/parameters/notes.txt`,
      '371100-rizhao/demo.json',
      'Qingdao',
      '379900-atlantis',
    ]),
  )
})

test('the check of one folder leaves out what is wrong in others', () => {
  const folder = edit(`${QINGDAO}/city.json`, (city: object) => ({ ...city, language: 'fr' }))
  expect(checkCities(folder, '371100-rizhao').findings).toEqual([])
  expect(checkCities(folder, QINGDAO).findings).toHaveLength(1)
  expect(checkCities(folder, '370000-nowhere').findings).toHaveLength(1)
  expect(checkCities(join(folder, 'missing')).findings).toHaveLength(1)
})

test('a server does not start on a city with something wrong', () => {
  const folder = edit(`${QINGDAO}/city.json`, (city: object) => ({ ...city, language: 'fr' }))
  expect(() => loadCities(folder)).toThrow(/370200-qingdao\/city\.json language/)
})

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('anybody may read the cities, and the profile of the city that is asked', async () => {
  const { items } = await app.as(cityRoutes).cities()
  expect(items.map(({ name }) => name.zh)).toEqual(['青岛市', '日照市'])
  const qingdao = await app.as(cityRoutes).profile()
  expect(qingdao.districts.map(({ name }) => name.zh)).toContain('黄岛区')
  expect(qingdao.businessTypes).toHaveLength(10)
  expect(qingdao.demo).toBe(false)
  const rizhao = await app.as(cityRoutes, { city: '371100' }).profile()
  expect(rizhao.districts).toHaveLength(4)
})

test('a city without a folder is not found', async () => {
  await expect(app.as(cityRoutes, { city: '370100' }).profile()).rejects.toThrow('platform.notFound')
})

test('parameters are told with their sources for today or for the day asked', async () => {
  const { on, items } = await app.as(cityRoutes).parameters()
  expect(on).toBe('2026-03-02')
  expect(items.find(({ id }) => id === 'agencies.filingDays')).toMatchObject({
    value: 15,
    unit: 'days',
    source: { clause: '第十八条第二款' },
  })
  expect(items.find(({ id }) => id === 'registry.verificationWorkingDays')).toMatchObject({ source: null })
  expect(items.some(({ id }) => id === 'jobs.minimumWage')).toBe(true)
  const before = await app.as(cityRoutes).parameters({ query: { on: '2023-09-30' } })
  expect(before.items.some(({ id }) => id === 'agencies.filingDays')).toBe(true)
  expect(before.items.some(({ id }) => id === 'jobs.minimumWage')).toBe(false)
})
