import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Best } from './best.ts'

/** Records come with their points; the same one always with the same. */
const aStream = (most: number) => fc.array(fc.nat(most), { maxLength: 4 * most, size: 'max' })
const pointsOf = (record: number): number => (record * 7) % 11

function bestOf(stream: readonly number[], k: number): { records: number[]; points: number[] } {
  const best = new Best(k, (a, b) => a < b)
  for (const record of stream) best.add(record, pointsOf(record))
  best.settle()
  return { records: [...best.records], points: [...best.points] }
}

function expected(stream: readonly number[], k: number): { records: number[]; points: number[] } {
  const sorted = [...new Set(stream)].sort((a, b) => pointsOf(b) - pointsOf(a) || a - b).slice(0, k)
  return { records: sorted, points: sorted.map(pointsOf) }
}

test.each<[string, number, number]>([
  ['few', 3, 20],
  ['all there are', Infinity, 40],
])('the best of a stream are those of the sorted stream, each once: %s', (_, k, most) => {
  fc.assert(
    fc.property(aStream(most), (stream) => {
      expect(bestOf(stream, k)).toEqual(expected(stream, k))
    }),
  )
})

test('many are the same as well, when more come than are kept at once', () => {
  const stream = Array.from({ length: 9000 }, (_, i) => (i * 7919) % 6007)
  expect(bestOf(stream, 1500)).toEqual(expected(stream, 1500))
})

test.each([0, -1, 0.5, Number.NaN])('%d keeps nothing and lets nobody hope', (k) => {
  expect(new Best(k, () => true).least).toBe(Infinity)
  expect(bestOf([1, 2, 3], k).records).toEqual([])
})
