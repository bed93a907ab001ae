import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Name, Numbering, hashOf } from './numbering.ts'

/** Two names of one hash. */
const TWINS = ['costarring', 'liquid'] as const
const name = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom(...TWINS),
  fc.integer({ min: -1, max: 20 }),
  fc.constant(0.5),
)

test('names, be they texts or numbers, are numbered as a map would, also when it goes on from their hashes', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 900 }), fc.nat(900), (names, known) => {
      const held: Name[] = []
      const numbers = new Map<Name, number>()
      let numbering = new Numbering((number) => held[number]!)
      for (const [at, name] of names.entries()) {
        if (at === known) numbering = new Numbering((number) => held[number]!, numbering.hashes)
        expect(numbering.find(name)).toBe(numbers.get(name) ?? -1)
        if (numbers.has(name)) continue
        numbers.set(name, held.push(name) - 1)
        expect(numbering.add(name)).toBe(numbers.get(name))
      }
    }),
    { numRuns: 100 },
  )
})

test('two names of one hash have numbers of their own', () => {
  expect(hashOf(TWINS[0])).toBe(hashOf(TWINS[1]))
  const numbering = new Numbering((number) => TWINS[number]!)
  for (const [number, name] of TWINS.entries()) {
    expect(numbering.find(name)).toBe(-1)
    numbering.add(name)
    expect(numbering.find(name)).toBe(number)
  }
})
