import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Arena } from '../arena.ts'
import { Ids } from './ids.ts'

function openIds(ids: readonly string[], mostUnit?: number): Ids {
  const arena = Arena.ofSize(0)
  Ids.addColumns(arena, ids.length, ids.join('').length, mostUnit)
  const opened = new Ids(arena)
  for (const [record, id] of ids.entries()) opened.push(record, id)
  return opened
}

const id = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 3 }), fc.constant('\ud800'))

test('an id leads to the last record that came under it, and any other id to none', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 40 }), id, (ids, stranger) => {
      const opened = openIds(ids)
      for (const [record, id] of ids.entries()) expect(opened.text(record)).toBe(id)
      for (const id of [...ids, stranger]) expect(opened.find(id)).toBe(ids.lastIndexOf(id))
    }),
  )
})

test('ids stand in the order of strings, however wide their letters are kept', () => {
  fc.assert(
    fc.property(id, fc.string({ maxLength: 4 }), (a, b) => {
      const order = openIds([a]).compare(0, openIds([b], 0xff), 0)
      expect(Math.sign(order)).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
})

test('an id may be as long as a book', () => {
  const long = '长'.repeat(300_000)
  const ids = openIds([long])
  expect(ids.text(0)).toBe(long)
  expect(ids.find(long)).toBe(0)
})
