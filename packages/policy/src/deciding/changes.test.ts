import { expect, test } from 'vitest'
import { FACTS, ON, prepared } from '../testing/refund.ts'
import { whatWouldChange } from './changes.ts'

const changes = (facts: object) =>
  whatWouldChange(prepared(), { ...FACTS, ...facts }, ON).map(({ condition, fact, to, grants }) => [
    condition,
    fact,
    to,
    grants,
  ])

test('the nearest change of each fact that makes a failing condition hold', () => {
  expect(changes({ left: 3 })).toEqual([
    ['layoffs', 'left', 2, true],
    ['layoffs', 'staff', 30, true],
  ])
  expect(changes({ sound: false })).toEqual([['sound', 'sound', true, true]])
  expect(changes({ size: '大型', marks: ['诚信'] })).toEqual([['sound', 'size', '小型', true]])
})

test('where time is lacking it says from which day it would hold', () => {
  expect(changes({ opened: '2024-07-31' })).toEqual([
    ['age', 'opened', '2024-06-30', true],
    ['age', 'today', '2025-07-31', true],
  ])
})

test('a change that mends one condition of two does not promise the grant', () => {
  expect(changes({ sound: false, opened: '2024-07-01' })).toContainEqual(['sound', 'sound', true, false])
})

test('nothing is said of a decision in which no condition fails', () => {
  expect(changes({})).toEqual([])
})
