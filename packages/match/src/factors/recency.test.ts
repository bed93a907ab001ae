import { expect, test } from 'vitest'
import { AS_OF } from '../testing/fixtures.ts'
import { judge } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { recency } from './recency.ts'

const on = (updatedOn: string) => ({ updatedOn })
const TODAY = on(AS_OF)

testRules(`recency on ${AS_OF}`, recency, [
  ['both today', TODAY, TODAY, 'kept', 'recency.known', 1],
  ['the job yesterday', on('2026-11-20'), TODAY, 'kept', 'recency.known', 1 - 0.5 / 365],
  ['the talent yesterday', TODAY, on('2026-11-20'), 'kept', 'recency.known', 1 - 0.5 / 365],
  ['a year old is stale', on('2025-11-21'), TODAY, 'kept', 'recency.known', 0.5],
  ['and never less than nothing', on('2020-01-01'), on('2025-11-21'), 'kept', 'recency.known', 0],
  ['a day to come is as fresh as today', on('2027-11-21'), on('2025-11-21'), 'kept', 'recency.known', 0.5],
  ['one side not stated', TODAY, {}, 'kept', 'recency.known', 0.75],
  ['the other', {}, TODAY, 'kept', 'recency.known', 0.75],
  ['昨天 is no date', on('昨天'), TODAY, 'kept', 'recency.known', 0.75],
  ['neither', {}, on('2026-13-40'), 'kept', 'recency.unknown', 0.5],
])

test('the reason tells the dates that are known', () => {
  expect(judge(recency, on('2026-11-20'), TODAY).reason.values).toEqual({ posted: '2026-11-20', renewed: AS_OF })
  expect(judge(recency, {}, TODAY).reason.values).toEqual({ renewed: AS_OF })
})
