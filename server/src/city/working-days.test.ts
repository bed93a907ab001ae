import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { loadCities } from './load.ts'
import { addWorkingDays, daysWithin, isWorkingDay, workingDaysBetween } from './working-days.ts'

const { calendar } = loadCities().get('370200')!

test.each([
  ['a Friday to Monday', '2026-03-06', 1, '2026-03-09'],
  ['five days of an ordinary week', '2026-03-02', 5, '2026-03-09'],
  ['over 清明, whose Monday is off', '2026-04-03', 1, '2026-04-07'],
  ['over 国庆 2026 to the Saturday worked for it', '2026-09-30', 3, '2026-10-10'],
  ['over 国庆 and 中秋 2025 in one', '2025-09-30', 1, '2025-10-09'],
  ['on a Saturday that is worked', '2026-05-08', 1, '2026-05-09'],
  ['from a Sunday that is worked', '2026-09-20', 1, '2026-09-21'],
  ['over nine days of 春节', '2026-02-14', 1, '2026-02-24'],
  ['over 春节 2025 to the Saturday after it', '2025-01-27', 4, '2025-02-08'],
  ['over 元旦 2026 to the Sunday worked for it', '2025-12-31', 1, '2026-01-04'],
  ['none', '2026-10-01', 0, '2026-10-01'],
])('working days are counted %s', (_, day, count, last) => {
  expect(addWorkingDays(calendar, day, count)).toBe(last)
})

test('between two days those after the first count, up to the last', () => {
  expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-10')).toBe(3)
  expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-07')).toBe(0)
  expect(workingDaysBetween(calendar, '2026-10-10', '2026-10-10')).toBe(0)
  expect(workingDaysBetween(calendar, '2026-10-10', '2026-09-30')).toBe(0)
})

test('in a year that has not been announced nothing is known', () => {
  expect(isWorkingDay(calendar, '2026-12-31')).toBe(true)
  expect(isWorkingDay(calendar, '2027-01-04')).toBeUndefined()
  expect(addWorkingDays(calendar, '2026-12-30', 1)).toBe('2026-12-31')
  expect(addWorkingDays(calendar, '2026-12-30', 2)).toBeUndefined()
  expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-08')).toBeUndefined()
  expect(addWorkingDays(calendar, '2023-12-20', 5)).toBeUndefined()
})

test('a year has as many working days as its notice leaves', () => {
  const worked = (year: number) =>
    daysWithin(`${year}-01-01`, `${year}-12-31`).filter((day) => isWorkingDay(calendar, day)).length
  expect([2024, 2025, 2026].map(worked)).toEqual([251, 248, 248])
})

test('the last of some working days is worked, and as many lie up to it', () => {
  const days = daysWithin('2025-01-01', '2026-10-31')
  assert(
    property(constantFrom(...days), integer({ min: 1, max: 40 }), (day, count) => {
      const last = addWorkingDays(calendar, day, count)!
      expect(isWorkingDay(calendar, last)).toBe(true)
      expect(workingDaysBetween(calendar, day, last)).toBe(count)
    }),
  )
})
