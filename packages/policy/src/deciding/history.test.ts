import { expect, test } from 'vitest'
import type { Limit } from '../policy/policy.ts'
import { FACTS, ON, prepared, REFUND } from '../testing/refund.ts'
import { hasBegunAnew } from './history.ts'

const limit = (rule: object, id = 'one') =>
  ({ id, clause: '八', text: { zh: '一', en: 'one' }, source: 'notice', kind: 'times', most: '1', ...rule }) as Limit
const begun = (since: string, effective: string, ...limits: Limit[]) =>
  hasBegunAnew(prepared({ ...REFUND, limits }), { ...ON, facts: FACTS, effective }, since)

test('what counts by the year begins anew with the year, what counts the last months or days once they are full', () => {
  const year = limit({ within: 'year' })
  expect([begun('2024-12-31', '2024-12-31', year), begun('2024-12-31', '2025-01-01', year)]).toEqual([false, true])
  const months = limit({ within: 'ever', last: '12个月' })
  expect([begun('2024-02-29', '2025-02-27', months), begun('2024-02-29', '2025-02-28', months)]).toEqual([false, true])
  const days = limit({ within: 'ever', last: '30天' })
  expect([begun('2024-12-15', '2025-01-13', days), begun('2024-12-15', '2025-01-14', days)]).toEqual([false, true])
})

test('of several limits each has to count it no longer; without one that tells a time nothing begins anew', () => {
  const both = [limit({ within: 'year' }), limit({ within: 'ever', last: '30天' }, 'two')]
  expect([begun('2024-12-15', '2025-01-01', ...both), begun('2024-12-15', '2025-01-14', ...both)]).toEqual([
    false,
    true,
  ])
  expect(begun('2020-01-01', '2025-01-14', limit({ within: 'ever' }))).toBe(false)
  expect(() => begun('2025-02-30', '2025-03-01', ...both)).toThrow('“2025-02-30” is no day')
})
