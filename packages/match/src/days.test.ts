import { assert, constantFrom, date, integer, oneof, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, isDay, readDay, yearOf } from './days.ts'

const DAY = 86_400_000
const padded = (value: number, length: number): string => String(value).padStart(length, '0')
const write = ([year, month, day]: readonly number[]): string =>
  `${padded(year!, 4)}-${padded(month!, 2)}-${padded(day!, 2)}`

const anyYear = oneof(integer({ min: 0, max: 9999 }), constantFrom(0, 4, 100, 400, 1900, 2000, 2024, 2026))
/** Also months and days that no calendar has. */
const anyDate = tuple(anyYear, integer({ min: 0, max: 14 }), integer({ min: 0, max: 33 })).map(write)
const realDate = date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((day) =>
  day.toISOString().slice(0, 10),
)

test('a date is ten characters that Date.parse reads as the day of an instant', () => {
  const garbled = tuple(realDate, integer({ min: 0, max: 9 }), string({ minLength: 1, maxLength: 1 })).map(
    ([day, at, char]) => day.slice(0, at) + char + day.slice(at + 1),
  )
  assert(
    property(oneof(anyDate, garbled, string()), (text) => {
      // Without the time it guesses: 0001-01-32 would be 1 January 2032.
      expect(isDay(text)).toBe(/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`)))
    }),
    { numRuns: 2000 },
  )
})

test('days are those of Date.parse, over leap years, centuries and months that are too long', () => {
  assert(
    property(oneof(anyDate, realDate), oneof(anyDate, realDate), (from, to) => {
      expect(daysBetween(from, to)).toBe(Math.round((Date.parse(to) - Date.parse(from)) / DAY))
    }),
    { numRuns: 2000 },
  )
})

test('every day of four hundred years follows the one before', () => {
  const start = Date.parse('1970-01-01')
  const dayAt = (at: number) => new Date(start + at * DAY).toISOString().slice(0, 10)
  const wrong = Array.from({ length: 146_097 }, (_, at) => at).filter(
    (at) => daysBetween('1970-01-01', dayAt(at)) !== at,
  )
  expect(wrong).toEqual([])
})

test.each([
  ['2026-02-30', '2026-03-02'],
  ['2024-02-30', '2024-03-01'],
  ['2026-04-31', '2026-05-01'],
])('%s is %s', (day, real) => {
  expect(readDay(day)).toBe(day)
  expect(daysBetween(day, real)).toBe(0)
})

test.each([
  '2026-13-01',
  '2026-00-01',
  '2026-01-00',
  '2026-01-32',
  '0001-01-32',
  '2026-1-01',
  '2026/01/01',
  '２０２６-01-01',
  '',
])('“%s” is no date', (text) => {
  expect(readDay(text)).toBeUndefined()
})

test('a time of day rounds to the nearer day, and what is no time is no number of days', () => {
  expect(daysBetween('2026-11-20', '2026-11-21T08:00:00Z')).toBe(1)
  expect(daysBetween('2026-11-20', '2026-11-21T18:00:00Z')).toBe(2)
  expect(daysBetween('2026-11-20', '昨天')).toBeNaN()
})

test('the year of a date', () => {
  expect([yearOf('2026-11-21'), yearOf('0099-01-01')]).toEqual([2026, 99])
})
