import { expect, it } from 'vitest'
import { byMonth, lastDayOf } from './months.ts'

it.each([
  ['2026-02', '2026-02-28'],
  ['2024-02', '2024-02-29'],
  ['2026-12', '2026-12-31'],
])('%s ends on %s', (month, day) => {
  expect(lastDayOf(month)).toBe(day)
})

it('adds the districts of each month up and puts months in order', () => {
  const totals = [
    { month: '2026-03', value: 2 },
    { month: '2025-12', value: 5 },
    { month: '2026-03', value: -1 },
  ]
  expect(byMonth(totals)).toEqual({ months: ['2025-12', '2026-03'], values: [5, 1] })
})
