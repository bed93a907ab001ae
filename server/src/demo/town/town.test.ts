import { createHash } from 'node:crypto'
import { BUSINESS_TYPES, industry, readCreditCode } from '@renshu/codes'
import { expect, test } from 'vitest'
import { loadCities } from '../../city/index.ts'
import { makeOrganisations } from './town.ts'
import { apportion, diceOf } from '../dice.ts'
import { TRADES } from './industries.ts'
import type { DemoOrganisation } from './organisation.ts'

const TODAY = '2026-03-02'
const qingdao = loadCities().get('370200')!
const SMALL = { agencies: 300, employers: 500 }
const small = makeOrganisations(qingdao, SMALL, TODAY)
const hashOf = (list: readonly DemoOrganisation[]) => createHash('sha256').update(JSON.stringify(list)).digest('hex')
const ofKind = (kind: DemoOrganisation['kind'], list = small) => list.filter((each) => each.kind === kind)
const times = <T>(list: readonly T[]) =>
  Object.fromEntries([...new Set(list)].map((one) => [one, list.filter((each) => each === one).length]))

test('the same city, sizes and day give the same organisations, another seed others', () => {
  expect(hashOf(makeOrganisations(qingdao, SMALL, TODAY))).toBe(hashOf(small))
  const other = { ...qingdao, demo: { ...qingdao.demo, seed: 5 } }
  expect(hashOf(makeOrganisations(other, SMALL, TODAY))).not.toBe(hashOf(small))
})

test('the same everywhere: the first agency of 青岛 is this one', () => {
  expect(ofKind('agency')[0]).toMatchObject({ name: '青岛颢烨泠人力资源有限公司', creditCode: '91370211YX00001R5C' })
})

test('sizes hold to the last one, by default those that the city names', () => {
  expect(ofKind('agency')).toHaveLength(300)
  expect(ofKind('employer')).toHaveLength(500)
  const whole = makeOrganisations(qingdao, { agencies: 2845, employers: 6000 }, TODAY)
  expect(times(whole.map(({ kind }) => kind))).toEqual({ park: 8, school: 48, agency: 2845, employer: 6000 })
  const staff = ofKind('agency', whole).map(({ practitioners }) => practitioners.length)
  expect(staff.reduce((sum, count) => sum + count, 0)).toBe(23_200)
  expect(Math.min(...staff)).toBeGreaterThanOrEqual(3)
  expect(whole.filter(({ park }) => park)).toHaveLength(360)
  expect(new Set(whole.map(({ name }) => name)).size).toBe(whole.length)
  expect(new Set(whole.map(({ creditCode }) => creditCode)).size).toBe(whole.length)
})

test('a city of no agencies and no employers has its parks and schools', () => {
  expect(makeOrganisations(qingdao, { agencies: 0, employers: 0 }, TODAY)).toHaveLength(56)
})

test('every credit code passes every check and begins as no real one does', () => {
  for (const { creditCode, district } of small) {
    expect(readCreditCode(creditCode)).toMatchObject({ valid: true, area: district })
    expect(creditCode.slice(8, 10)).toBe('YX')
  }
})

test('every district has agencies and employers, in the measure of its share', () => {
  const agencies = times(ofKind('agency').map(({ district }) => district))
  const employers = times(ofKind('employer').map(({ district }) => district))
  for (const { code } of qingdao.districts) {
    expect(agencies[code]).toBe(qingdao.demo.agencies.districts[code]! * 3)
    expect(employers[code]).toBe(qingdao.demo.employers.districts[code]! * 5)
  }
})

test('an address names a street of its district', () => {
  for (const { address, district } of small) {
    const { name, streets } = qingdao.districts.find(({ code }) => code === district)!
    expect(streets.some((street) => address.startsWith(`青岛市${name.zh}${street.name}`))).toBe(true)
  }
})

test('an agency has a paper for each business type it offers and for no other', () => {
  for (const { licences, businessTypes } of ofKind('agency'))
    expect(licences.flatMap(({ covers }) => covers).toSorted()).toEqual(businessTypes.toSorted())
  expect(new Set(ofKind('agency').flatMap(({ businessTypes }) => businessTypes))).toEqual(new Set(BUSINESS_TYPES))
})

test('papers are numbered once, and have run out exactly where the agency counts as expired', () => {
  const licences = ofKind('agency').flatMap((agency) => agency.licences)
  expect(new Set(licences.map(({ number }) => number)).size).toBe(licences.length)
  for (const { validFrom, validUntil } of licences) expect(validUntil === null || validUntil > validFrom).toBe(true)
  for (const { state, licences: own } of ofKind('agency'))
    for (const { validUntil } of own) expect(validUntil !== null && validUntil < TODAY).toBe(state === 'expired')
})

test('days follow each other: founded, registered, asked for, decided, not after today', () => {
  for (const each of small) {
    const course = [each.foundedOn, each.registeredOn, each.submittedOn, each.decidedOn].filter((day) => day !== null)
    expect([...course, TODAY]).toEqual([...course, TODAY].toSorted())
    expect(each.decidedOn === null).toBe(['waiting', 'registered'].includes(each.state))
  }
})

test('whoever is sanctioned is so today, and nobody else', () => {
  for (const { state, sanctions } of small)
    expect(sanctions.some(({ from, until }) => from <= TODAY && TODAY <= until)).toBe(state === 'sanctioned')
  expect(small.some(({ state, sanctions }) => state === 'valid' && sanctions.length)).toBe(true)
})

test('agencies rent in parks of their own district', () => {
  for (const { park, district } of ofKind('agency'))
    if (park) expect(qingdao.demo.parks.find(({ name }) => name.zh === park)!.district).toBe(district)
})

test('every section has trades, and every trade a code of its section', () => {
  for (const [section, trades] of Object.entries(TRADES))
    for (const [, code] of trades) expect([industry(code)?.code, code[0]]).toEqual([code, section])
  for (const city of loadCities().values())
    for (const section of Object.keys(city.demo.employers.industries)) expect(TRADES[section], section).toBeDefined()
})

test('nobody named in the sources of the figures is among the made-up ones', () => {
  const real =
    /原子青软|锐仕方达|元田|丛林鹿|职小二|金亮点|英格玛|中智|上海外服|杰出|优蓝|西牧|画心|灯塔|蓝鸥|海曲|华鼎|科兴|岚桥|五征/
  for (const { name } of small) expect(name).not.toMatch(real)
})

test('shares are met to the last one by the largest remainders', () => {
  expect(times(apportion(10, { a: 66, b: 34, c: 0 }))).toEqual({ a: 7, b: 3 })
  expect(apportion(0, { a: 1 })).toEqual([])
  expect(apportion(7, { a: 1, b: 1, c: 1 })).toHaveLength(7)
})

test('dice of one seed roll alike and evenly', () => {
  const rolls = (seed: number) => {
    const dice = diceOf(seed)
    return Array.from({ length: 10_000 }, dice.roll)
  }
  expect(rolls(7)).toEqual(rolls(7))
  expect(rolls(8)[0]).not.toBe(rolls(7)[0])
  expect(rolls(7).reduce((sum, roll) => sum + roll, 0) / 10_000).toBeCloseTo(0.5, 1)
  expect(diceOf(1).shuffled([1, 2, 3, 4, 5]).toSorted()).toEqual([1, 2, 3, 4, 5])
})
