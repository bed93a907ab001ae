import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ALL_TYPES,
  HIGHEST_LEVELS,
  MAGNITUDE_GUARDS,
  ORDINAL_GUARDS,
  packMagnitudes,
  packMinimumMagnitudes,
  packMinimumOrdinals,
  packOrdinals,
  packTypes,
} from './sieve-words.ts'

const { education, years, availability, salary } = HIGHEST_LEVELS
const ordinals = fc.record({
  education: fc.nat(education),
  years: fc.nat(years),
  availability: fc.nat(availability),
})
const types = fc.nat(ALL_TYPES)
/** Guards that the subtraction leaves, as the kernel asks. */
const keptOrdinals = (word: number, minima: number): boolean => ((word - minima) & ORDINAL_GUARDS) === ORDINAL_GUARDS
const keptMagnitudes = (word: number, minima: number): boolean =>
  ((word - minima) & MAGNITUDE_GUARDS) === MAGNITUDE_GUARDS

test('education takes 4 bits, years 6, availability 10, types 7, salary 10, with a guard bit above each level', () => {
  expect(packMinimumOrdinals({ education: 15, years: 0, availability: 0 })).toBe(0b1111)
  expect(packMinimumOrdinals({ education: 0, years: 63, availability: 0 })).toBe(0b111111 << 5)
  expect(packMinimumOrdinals({ education: 0, years: 0, availability: 1023 })).toBe(1023 << 12)
  expect(packTypes(0b1111111)).toBe(0b1111111 << 23)
  expect(packMinimumMagnitudes(1023)).toBe(1023)
  expect(ORDINAL_GUARDS).toBe((1 << 4) | (1 << 11) | (1 << 22))
  expect(MAGNITUDE_GUARDS).toBe(1 << 10)
  expect([education, years, availability, salary, ALL_TYPES]).toEqual([15, 63, 1023, 1023, 127])
})

test('all guards are left exactly when no level is below its minimum', () => {
  fc.assert(
    fc.property(ordinals, types, ordinals, (row, types, minima) => {
      const isKept =
        row.education >= minima.education && row.years >= minima.years && row.availability >= minima.availability
      expect(keptOrdinals(packOrdinals(row, types), packMinimumOrdinals(minima))).toBe(isKept)
    }),
  )
  fc.assert(
    fc.property(fc.nat(salary), fc.nat(salary), (row, minimum) => {
      expect(keptMagnitudes(packMagnitudes(row), packMinimumMagnitudes(minimum))).toBe(row >= minimum)
    }),
  )
})

test('a level beyond its field never fails a minimum that it keeps, nor reaches into another field', () => {
  const beyond = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom(-Infinity, Infinity))
  fc.assert(
    fc.property(beyond, beyond, (level, minimum) => {
      const all = (level: number) => ({ education: level, years: level, availability: level })
      const word = packOrdinals(all(level), 0)
      const minima = packMinimumOrdinals(all(minimum))
      fc.pre(level >= minimum)
      expect(keptOrdinals(word, minima)).toBe(true)
      expect(keptMagnitudes(packMagnitudes(level), packMinimumMagnitudes(minimum))).toBe(true)
      expect(minima & (ORDINAL_GUARDS | packTypes(ALL_TYPES))).toBe(0)
      expect(packMinimumMagnitudes(minimum) & MAGNITUDE_GUARDS).toBe(0)
    }),
  )
})

test('types beyond the known ones are left out', () => {
  expect(packTypes(~0)).toBe(packTypes(ALL_TYPES))
})
