import { expect, test } from 'vitest'
import { distanceKm, division, divisionPath, divisions, divisionsUnder, fullName, isWithin } from './division.ts'

const namesUnder = (code: string) => divisionsUnder(code).map(({ name }) => name)
const between = (a: string, b: string) => Math.round(distanceKm(a, b) ?? Number.NaN)

test('a district is named by its whole path', () => {
  expect(fullName('370202')).toBe('山东省青岛市市南区')
  expect(divisionPath('370202').map(({ code }) => code)).toEqual(['370000', '370200', '370202'])
  expect(fullName('370205')).toBe('')
})

test('districts of a municipality hang directly under it', () => {
  expect(fullName('110105')).toBe('北京市朝阳区')
  expect(division('110100')).toBeUndefined()
})

test('counties run by a province hang directly under it', () => {
  expect(division('429004')?.parent).toBe('420000')
  expect(division('659001')?.parent).toBe('650000')
})

test('青岛 has seven districts, three county-level cities and 141 streets and towns', () => {
  expect(namesUnder('370200')).toEqual([
    '市南区',
    '市北区',
    '黄岛区',
    '崂山区',
    '李沧区',
    '城阳区',
    '即墨区',
    '胶州市',
    '平度市',
    '莱西市',
  ])
  const streets = [...divisions()].filter(({ code, level }) => level === 'street' && code.startsWith('3702'))
  expect(streets).toHaveLength(141)
})

test('日照 has two districts, two counties and their streets, those of its development zone in 东港区', () => {
  expect(namesUnder('371100')).toEqual(['东港区', '岚山区', '五莲县', '莒县'])
  expect(namesUnder('371102')).toContain('奎山街道')
})

test('a city without districts holds its towns itself', () => {
  expect(namesUnder('441900')).toContain('大岭山镇')
})

test('every division but a province hangs under one that exists, and streets under nothing smaller than a city', () => {
  for (const { code, parent, level } of divisions()) {
    if (level === 'province') expect(parent).toBeUndefined()
    else expect(division(parent ?? ''), code).toBeDefined()
  }
})

test.each([
  ['370116', '莱芜区'],
  ['370117', '钢城区'],
  ['370215', '即墨区'],
  ['370614', '蓬莱区'],
  ['370812', '兖州区'],
  ['371703', '定陶区'],
  ['371403', '陵城区'],
  ['370114', '章丘区'],
  ['370115', '济阳区'],
  ['371003', '文登区'],
  ['330113', '临平区'],
  ['330114', '钱塘区'],
  ['420600', '襄阳市'],
  ['120116', '滨海新区'],
  ['440311', '光明区'],
  ['340181', '巢湖市'],
  ['530800', '普洱市'],
  ['310151', '崇明区'],
])('today’s table knows %s %s', (code, name) => {
  expect(division(code)?.name).toBe(name)
})

test.each([
  '370205',
  '370284',
  '371200',
  '370282',
  '110103',
  '110104',
  '310103',
  '310108',
  '330103',
  '330104',
  '440116',
])('the abolished code %s is not a division', (code) => {
  expect(division(code)).toBeUndefined()
})

test('an area holds itself and everything in it, nothing beside it', () => {
  expect(isWithin('370202001', '370000')).toBe(true)
  expect(isWithin('370202', '370202')).toBe(true)
  expect(isWithin('370200', '370202')).toBe(false)
  expect(isWithin('371171003', '371102')).toBe(true)
  expect(isWithin('110105', '370000')).toBe(false)
  expect(isWithin('', '')).toBe(false)
})

test('every division has a point, and a district lies within 600 km of its city', () => {
  const islands = '460303'
  for (const { code, parent, point } of divisions()) {
    expect(point, code).toBeDefined()
    if (code === islands || division(parent ?? '')?.level !== 'city') continue
    expect(distanceKm(code, parent ?? ''), code).toBeLessThan(600)
  }
})

test('distances are those of the map', () => {
  expect(between('110000', '310000')).toBeGreaterThan(1050)
  expect(between('110000', '310000')).toBeLessThan(1090)
  expect(between('370200', '371100')).toBeGreaterThan(100)
  expect(between('370200', '371100')).toBeLessThan(120)
  expect(between('370202', '370211')).toBeGreaterThan(15)
  expect(between('370202', '370211')).toBeLessThan(45)
  expect(between('370202', '370203')).toBeLessThan(8)
  expect(between('370202', '370203')).toBeGreaterThan(2)
  expect(between('440100', '440300')).toBeGreaterThan(90)
  expect(between('440100', '440300')).toBeLessThan(120)
})

test('distance is the same both ways, nothing to itself and unknown for a code not in force', () => {
  expect(distanceKm('370202', '370211')).toBe(distanceKm('370211', '370202'))
  expect(distanceKm('370202', '370202')).toBe(0)
  expect(distanceKm('370202001', '370202')).toBe(0)
  expect(distanceKm('370205', '370202')).toBeUndefined()
})
