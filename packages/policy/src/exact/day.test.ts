import { expect, test } from 'vitest'
import { addDays, addMonths, fullMonths, readDay, writeDay } from './day.ts'

const monthsOn = (day: string, months: number) => writeDay(addMonths(readDay(day)!, months))

test('a day that is in no month, or in a year of two digits, is no day', () => {
  for (const day of ['2023-02-29', '2024-02-30', '2024-04-31', '2024-00-10', '2024-13-01', '2024-01-00', '0050-01-01'])
    expect(readDay(day), day).toBeUndefined()
  for (const day of ['2024-02-29', '0100-01-01', '1969-12-31', '9999-12-31']) expect(writeDay(readDay(day)!)).toBe(day)
})

test('months end on the last day of a month that lacks the day', () => {
  expect(monthsOn('2024-01-31', 1)).toBe('2024-02-29')
  expect(monthsOn('2023-01-31', 1)).toBe('2023-02-28')
  expect(monthsOn('2024-02-29', 12)).toBe('2025-02-28')
  expect(monthsOn('2024-03-31', -1)).toBe('2024-02-29')
  expect(fullMonths(readDay('2024-02-29')!, readDay('2025-02-28')!)).toBe(12)
  expect(fullMonths(readDay('2024-02-29')!, readDay('2025-02-27')!)).toBe(11)
})

test('what lies beyond the calendar is its last or first day, so that it still compares', () => {
  const today = readDay('2024-02-29')!
  for (const count of [3_000_000, 1e9, 999_999_999_999_999]) {
    expect(addMonths(today, count)).toBeGreaterThan(today)
    expect(addMonths(today, -count)).toBeLessThan(today)
    expect(addDays(today, count)).toBeGreaterThan(today)
    expect(writeDay(addMonths(today, count))).toMatch(/^\+\d{6}-\d\d-\d\d$/)
  }
  expect(addMonths(1e13, -12)).toBeGreaterThan(today)
  expect(fullMonths(today, 1e13)).toBeGreaterThan(3_000_000)
  expect(writeDay(1e13)).toBe(writeDay(1e8))
  expect(writeDay(addDays(readDay('9999-12-31')!, 1))).toBe('+010000-01-01')
})
