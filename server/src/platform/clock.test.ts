import { Id } from '@renshu/contracts'
import { expect, test } from 'vitest'
import { idMaker } from './clock.ts'

test('ids are UUID of version 7 that tell their millisecond', () => {
  const at = Date.parse('2026-03-02T01:00:00.123Z')
  const id = idMaker(() => at)()
  expect(Id.parse(id)).toBe(id)
  expect(id[14]).toBe('7')
  expect('89ab').toContain(id[19])
  expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(at)
})

test('each id is above the one before, however many a millisecond has, and where the clock is set back', () => {
  let at = 1_772_413_200_000
  const newId = idMaker(() => at)
  const ids = Array.from({ length: 10_000 }, (_, n) => {
    if (n === 6000) at -= 5000
    return newId()
  })
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})
