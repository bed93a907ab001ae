import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lists } from './draft.ts'
import { gatherLists, sortedRows } from './sorting.ts'

const CLASSES = 6
const record = fc.record({
  place: fc.nat(4),
  occupations: fc.uniqueArray(fc.nat(CLASSES - 1), { minLength: 1, maxLength: 3 }),
})
const ranks = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: CLASSES })

const listsOf = (lists: readonly number[][]): Lists => {
  const all = new Lists()
  for (const list of lists) all.push(list)
  return all
}

test('rows go by the rank of their class, then by place, then as the records came', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), ranks, (records, ranks) => {
      const occupations = listsOf(records.map(({ occupations }) => occupations))
      const places = Uint32Array.from(records, ({ place }) => place)
      const rows = sortedRows(occupations, Uint32Array.from(ranks), places)
      const expected = records
        .flatMap(({ place, occupations }, owner) => occupations.map((occupation) => ({ place, occupation, owner })))
        .sort((a, b) => ranks[a.occupation]! - ranks[b.occupation]! || a.place - b.place || a.owner - b.owner)
      expect([...rows.record]).toEqual(expected.map(({ owner }) => owner))
      expect([...rows.occupation]).toEqual(expected.map(({ occupation }) => occupation))
      const firsts = expected.filter(({ owner, occupation }) => records[owner]!.occupations[0] === occupation)
      expect([...rows.order]).toEqual(firsts.map(({ owner }) => owner))
    }),
  )
})

test('lists are copied in the order that is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 8 }), (lists) => {
      const order = Uint32Array.from(lists.keys()).toReversed()
      const [start, target] = [new Uint32Array(lists.length + 1), new Uint32Array(lists.flat().length)]
      gatherLists(listsOf(lists), order, start, target)
      const gathered = lists.map((_, number) => [...target.subarray(start[number], start[number + 1])])
      expect(gathered).toEqual(lists.toReversed())
    }),
  )
})
