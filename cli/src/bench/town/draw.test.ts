import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawEvenly, scatter } from './draw.ts'

const size = fc.integer({ min: 1, max: 1000 })

test('a draw has the count asked for, none twice, and reaches over all numbers', () => {
  fc.assert(
    fc.property(size, size, fc.double({ min: 0, max: 0.999, noNaN: true }), (total, count, phase) => {
      const drawn = drawEvenly(total, count, phase)
      expect(drawn.length).toBe(Math.min(total, count))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn[0]!).toBeLessThanOrEqual(total / drawn.length)
      expect(drawn.at(-1)!).toBeLessThan(total)
    }),
  )
})

test('draws of two phases have nothing in common when there are twice as many numbers', () => {
  fc.assert(
    fc.property(size, (count) => {
      const first = new Set(drawEvenly(2 * count, count, 0.25))
      expect(drawEvenly(2 * count, count, 0.75).some((number) => first.has(number))).toBe(false)
    }),
  )
})

test('scattered numbers stay below the total and fill every tenth of it', () => {
  const tenths = new Set(Array.from({ length: 100 }, (_, n) => Math.floor(scatter(n, 1000) / 100)))
  expect(tenths.size).toBe(10)
  expect(Array.from({ length: 100 }, (_, n) => scatter(n, 3)).every((number) => number >= 0 && number < 3)).toBe(true)
})
