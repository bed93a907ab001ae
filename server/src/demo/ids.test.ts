import { expect, test } from 'vitest'
import { idsOf } from './ids.ts'

const at = new Date('2026-03-02T01:00:00Z')
const some = (newId: () => string) => Array.from({ length: 50 }, newId)

test('ids come out the same again, in their order, and are another for another part, city or instant', () => {
  const ids = some(idsOf('370200', at, 3))
  expect(some(idsOf('370200', at, 3))).toEqual(ids)
  expect(ids.toSorted()).toEqual(ids)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const others = [idsOf('370200', at, 4), idsOf('371100', at, 3), idsOf('370200', new Date(1), 3)].flatMap(some)
  expect(new Set([...ids, ...others]).size).toBe(200)
})
