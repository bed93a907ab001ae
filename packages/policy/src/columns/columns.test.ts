import { expect, test } from 'vitest'
import { readDay } from '../exact/day.ts'
import { decide } from '../deciding/decide.ts'
import { prepared, REFUND } from '../testing/refund.ts'
import { decideColumns, OUTCOMES } from './columns.ts'

const ON = { effective: '2025-06-30', known: '2025-06-30' }

test('a period beyond the calendar is not over, in columns too', () => {
  const [, age] = REFUND.conditions
  const waiting = prepared({ ...REFUND, conditions: [{ ...age!, when: '开业 满 备付' }], limits: [] })
  const facts = { paid: '1', size: '小型', staff: 1, bonus: '0%', opened: '2024-01-31' }
  const columns = { paid: 100, size: 0, staff: 1, bonus: 0, opened: readDay('2024-01-31')! }
  for (const reserve of [1, 12, 1e7, 999_999_999_999_999]) {
    const given = Object.entries({ ...columns, reserve }).map(([key, value]) => [key, Float64Array.of(value)])
    const { outcomes } = decideColumns(waiting, 1, Object.fromEntries(given) as Record<string, Float64Array>, ON)
    const { outcome } = decide(waiting, { ...facts, reserve }, ON)
    expect([OUTCOMES[outcomes[0]!], outcome]).toEqual(reserve < 1e7 ? ['granted', 'granted'] : ['refused', 'refused'])
  }
})
