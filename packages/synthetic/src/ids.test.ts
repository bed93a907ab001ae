import { expect, test } from 'vitest'
import { InvalidCity } from './errors.ts'
import { RECORDS, recordId } from './ids.ts'

const numbers = Array.from({ length: 100_000 }, (_, number) => number)

test('ids differ and are of one length', () => {
  const ids = [...numbers, RECORDS - 1].map((number) => recordId('t', number))
  expect(new Set(ids).size).toBe(100_001)
  expect(ids.filter((id) => !/^t\d{7}$/.test(id))).toEqual([])
})

test('ids do not follow the numbers', () => {
  const ids = numbers.map((number) => recordId('t', number))
  const rising = ids.filter((id, at) => at > 0 && id > ids[at - 1]!).length / ids.length
  expect(rising > 0.3 && rising < 0.7).toBe(true)
})

test('the job and the talent of a number differ in the letter alone', () => {
  expect(recordId('j', 5).slice(1)).toBe(recordId('t', 5).slice(1))
})

test('a number beyond the ids is refused', () => {
  for (const number of [-1, 0.5, NaN, RECORDS]) expect(() => recordId('t', number)).toThrow(InvalidCity)
})
