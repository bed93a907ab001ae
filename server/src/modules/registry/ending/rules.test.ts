import { expect, test } from 'vitest'
import { daysBetween, noticeDue } from './rules.ts'

test.each([
  [61, undefined],
  [60, 60],
  [31, 60],
  [30, 30],
  [8, 30],
  [7, 7],
  [0, 7],
])('with %i days left the warning due is that of %s days', (left, due) => {
  expect(noticeDue([60, 30, 7], left)).toBe(due)
})

test('a city that sets no warnings gives none', () => {
  expect(noticeDue([], 0)).toBeUndefined()
})

test('days are counted over the end of a month and of February', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-03-01')).toBe(0)
})
