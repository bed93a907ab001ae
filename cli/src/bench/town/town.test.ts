import { expect, test } from 'vitest'
import { openTown } from './town.ts'

const open = () => openTown({ jobs: 5, talents: 4, seed: 1 }).talents
const ids = (talents: ReturnType<typeof open>) => Array.from(talents.records(), ({ id }) => id)

test('records are the same whenever they are asked for', () => {
  const talents = open()
  expect([...talents.records()]).toEqual([0, 1, 2, 3].map((number) => talents.record(number)))
})

test('a changed record keeps its id and takes over everything else', () => {
  const talents = open()
  const [before, other] = [talents.record(1), talents.record(3)]
  talents.change(1, 3)
  expect(talents.record(1)).toEqual({ ...other, id: before.id })
  expect(talents.size).toBe(4)
})

test('a withdrawn record is gone, and the next live one is found round the end', () => {
  const talents = open()
  const all = ids(talents)
  expect(talents.withdraw(3)).toBe(all[3])
  expect(ids(talents)).toEqual(all.slice(0, 3))
  expect(() => talents.record(3)).toThrow(RangeError)
  expect([talents.liveFrom(2), talents.liveFrom(3)]).toEqual([2, 0])
})

test('a new record has an id of its own', () => {
  const talents = open()
  const all = ids(talents)
  const { id } = talents.add()
  expect(all).not.toContain(id)
  expect(ids(talents)).toEqual([...all, id])
})
