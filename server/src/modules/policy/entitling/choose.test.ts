import { hasBegunAnew } from '@renshu/policy'
import { loadPolicies } from '@renshu/policy-files'
import { expect, test } from 'vitest'
import { CITIES } from '../../../city/index.ts'
import { choose, toldBefore } from './choose.ts'

const policies = loadPolicies(CITIES, '371100').byKey
/** As a run of a day asks it of a policy of the city. */
const on = (key: string, day: string) => (foundOn: string) =>
  hasBegunAnew(policies.get(key)!.prepared, { facts: {}, effective: day, known: day }, foundOn)

const FOUND = '2025-03-01'
const TOLD = new Date('2025-03-01T00:00:00Z')
const told = (key: string, day: string, state: 'open' | 'ended') =>
  toldBefore(on(key, day), [{ state, foundOn: FOUND, toldAt: TOLD }])
const chosen = (key: string, day: string, state: 'declined' | 'taken', hash = 'same') =>
  choose(on(key, day), [{ id: 'one', state, factsHash: 'same', foundOn: FOUND }], hash)

test('a measure with a limit by the year begins anew on the first of January', () => {
  expect(told('job-retention-refund', '2025-12-31', 'ended')).toBe(TOLD)
  expect(told('job-retention-refund', '2026-01-01', 'ended')).toBeNull()
  expect(chosen('job-retention-refund', '2025-12-31', 'declined')).toBe('nothing')
  expect(chosen('job-retention-refund', '2026-01-01', 'declined')).toBe('offer')
})

test('a measure with a limit of twelve months begins anew on the day on which they are full, not with the year', () => {
  for (const day of ['2025-12-31', '2026-01-01', '2026-02-28']) {
    expect(told('park-rent', day, 'ended')).toBe(TOLD)
    expect(chosen('park-rent', day, 'declined')).toBe('nothing')
    expect(chosen('park-rent', day, 'taken')).toBe('nothing')
  }
  for (const day of ['2026-03-01', '2026-03-02']) {
    expect(told('park-rent', day, 'ended')).toBeNull()
    expect(chosen('park-rent', day, 'declined')).toBe('offer')
    expect(chosen('park-rent', day, 'taken')).toBe('offer')
  }
})

test('of what is still open nobody is told anew, and a measure that is granted once never begins anew', () => {
  for (const key of ['job-retention-refund', 'park-rent']) expect(told(key, '2026-03-02', 'open')).toBe(TOLD)
  expect(told('injury-lump-sum', '2026-03-02', 'ended')).toBe(TOLD)
  expect(chosen('injury-lump-sum', '2036-03-02', 'declined')).toBe('nothing')
  expect(chosen('injury-lump-sum', '2036-03-02', 'taken', 'other')).toBe('offer')
})
