import { expect, it } from 'vitest'
import { fieldOf, instantOf } from './slot-time.ts'

it('a time of interview is Beijing time, whatever zone the browser is in', () => {
  expect(instantOf('2026-12-01T09:30')).toBe('2026-12-01T01:30:00.000Z')
  expect(fieldOf('2026-12-31T17:05:00.000Z')).toBe('2027-01-01T01:05')
})

it('a time that is not whole is none', () => {
  expect(instantOf('')).toBe('')
  expect(fieldOf('')).toBe('')
})
