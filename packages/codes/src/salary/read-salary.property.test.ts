import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSalary } from './index.ts'

/** Multiples of 100 yuan, so that every spelling below can write them exactly. */
const range = fc
  .tuple(fc.integer({ min: 10, max: 900 }), fc.integer({ min: 0, max: 500 }))
  .map(([low, more]) => [low * 100, (low + more) * 100] as const)

const UNITS = [
  { words: ['/小时', '/时', '元/小时', '元每小时', '元/h'], numerator: 8 * 2175, denominator: 1 },
  { words: ['/天', '元/天', '元/日', '元每天', '块一天'], numerator: 2175, denominator: 1 },
  { words: ['元/周', '/周'], numerator: 435, denominator: 1 },
  { words: ['', '元', '/月', '元/月', '元每月'], numerator: 100, denominator: 1 },
  { words: ['/年', '元/年', '元一年'], numerator: 100, denominator: 12 },
]
const SEPARATORS = ['-', '~', '～', '—', '–', '至', '到', ' - ', '——']

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))

const WRITERS: ((amount: number) => string)[] = [
  String,
  (amount) => `${amount}.0`,
  (amount) => amount.toLocaleString('en'),
  (amount) => `${amount / 1000}k`,
  (amount) => `${amount / 1000}K`,
  (amount) => `${amount / 1000}千`,
  (amount) => `${amount / 10_000}万`,
  (amount) => `${amount / 10_000}w`,
  (amount) => fullWidth(String(amount)),
]

const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator))

const expected = (amount: number, unit: { numerator: number; denominator: number }): number =>
  halfUp(BigInt(amount) * BigInt(unit.numerator), BigInt(unit.denominator))

test('a range is read as the fen it means in every spelling, unit and order', () => {
  fc.assert(
    fc.property(
      range,
      fc.constantFrom(...UNITS).chain((unit) => fc.tuple(fc.constant(unit), fc.constantFrom(...unit.words))),
      fc.constantFrom(...SEPARATORS),
      fc.constantFrom(...WRITERS),
      fc.boolean(),
      ([low, high], [unit, word], separator, write, isBackwards) => {
        const [first, second] = isBackwards ? [high, low] : [low, high]
        const text = `${write(first)}${separator}${write(second)}${word}`
        const reading = readSalary(text)
        expect(reading, text).toMatchObject({ kind: 'range', min: expected(low, unit), max: expected(high, unit) })
      },
    ),
    { numRuns: 2000 },
  )
})

test('months of pay never change the monthly amount', () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 12, max: 24 }), ([low, high], months) => {
      const text = `${low / 1000}-${high / 1000}K·${months}薪`
      expect(readSalary(text)).toMatchObject({ min: low * 100, max: high * 100, months })
    }),
  )
})

test('no text makes the reader throw, and a range is never upside down or a fraction of a fen', () => {
  const piece = fc.constantFrom(
    ...'0123456789.-~千万k元/天月年小时薪底提成+以上下面议试用转正综合，。 ()×*abc岁人'.split(''),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        const reading = readSalary(text)
        expect(reading.text).toBe(text)
        if (reading.kind !== 'range') return
        for (const fen of [reading.min, reading.max, reading.base])
          if (fen !== undefined) expect(Number.isInteger(fen)).toBe(true)
        expect(reading.min ?? 0).toBeLessThanOrEqual(reading.max ?? Number.POSITIVE_INFINITY)
      },
    ),
    { numRuns: 3000 },
  )
})
