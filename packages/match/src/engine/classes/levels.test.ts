import { EDUCATION_LEVELS } from '@renshu/codes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AS_OF, makeJob, makeScene, makeTalent } from '../../testing/fixtures.ts'
import { OTHER, type Side, TRAITS, type TraitName, traitNumber } from './traits.ts'

const scene = makeScene([], [])
const amount = fc.oneof(
  fc.nat(3_000_000),
  fc.nat(900_000_000),
  fc.constantFrom(0.5, 111_848_106, 2 ** 27 - 1, 1e15 + 1, 1e18),
)
const day = fc
  .oneof(fc.integer({ min: -900, max: 1500 }), fc.constantFrom(-300_000, 300_000))
  .map((days) => new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString().slice(0, 10))
const lasting = fc.constantFrom(0.9995, 1 - 2 ** -53, 2 - 2 ** -52, 1e9)
const years = fc.oneof(fc.integer({ min: -3, max: 80 }), fc.double({ min: -3, max: 80, noNaN: true }), lasting)
const stated = <T>(part: fc.Arbitrary<T>) => fc.option(part, { nil: undefined })

const PARTS: [TraitName, Record<Side, fc.Arbitrary<unknown>>][] = [
  ['education', both(stated(fc.constantFrom(...EDUCATION_LEVELS)))],
  ['experience', both(stated(years))],
  ['availability', both(stated(day))],
  ['salary', { jobs: stated(pay('max')), talents: stated(pay('min')) }],
]
function both(part: fc.Arbitrary<unknown>) {
  return { jobs: part, talents: part }
}
function pay(bound: 'min' | 'max') {
  return amount.map((fen) => ({ [bound]: fen }))
}

const sides = ['jobs', 'talents'] as const
const cases = PARTS.flatMap(([name, parts]) => sides.map((side) => [name, side, parts] as const))

describe.each(cases)('the scale of %s among %s', (name, side, parts) => {
  const { aspect, levels } = TRAITS[traitNumber(name)]!
  const scale = levels!(AS_OF)[side]
  /** 0 for kept, 1 for missed by little, 2 for broken. */
  const harshness = (part: unknown, other: unknown): number => {
    const [job, talent] = side === 'jobs' ? [part, other] : [other, part]
    const { failure } = aspect.judge(job, talent, scene)
    return failure ? (failure.isNear ? 1 : 2) : 0
  }
  const other = parts[OTHER[side]]

  test('judges the best of a level no harsher than anything on that level', () => {
    fc.assert(
      fc.property(parts[side], other, (part, other) => {
        const level = scale.of(part)
        expect(level).toBeGreaterThanOrEqual(0)
        expect(level).toBeLessThanOrEqual(scale.top)
        expect(harshness(scale.best(level), other)).toBeLessThanOrEqual(harshness(part, other))
      }),
      { numRuns: 2000 },
    )
  })

  test('judges no level harsher than one below it that holds something', () => {
    fc.assert(
      fc.property(parts[side], fc.nat(scale.top), other, (part, level, other) => {
        fc.pre(level >= scale.of(part))
        expect(harshness(scale.best(level), other)).toBeLessThanOrEqual(harshness(scale.best(scale.of(part)), other))
      }),
      { numRuns: 500 },
    )
  })
})

describe.each(sides)('the pay of %s', (side) => {
  const { aspect, levels, partOf } = TRAITS[traitNumber('salary')]!
  const scale = levels!(AS_OF)[side]
  const range = fc.record({ min: amount, max: amount }, { requiredKeys: [] })
  const shareOf = (part: unknown, other: unknown): number => {
    const [job, talent] = side === 'jobs' ? [part, other] : [other, part]
    return aspect.judge(job, talent, scene).share!
  }
  const partOfPay = (salary: object | undefined, on: Side): unknown =>
    on === 'jobs'
      ? partOf.jobs(makeJob(salary ? { salary } : { salary: {} }))
      : partOf.talents(makeTalent(salary ? { salary } : { salary: {} }))

  test('gives no more points than the most of its level, or of one above it', () => {
    fc.assert(
      fc.property(stated(range), stated(range), fc.nat(8), (pay, others, above) => {
        const [part, other] = [partOfPay(pay, side), partOfPay(others, OTHER[side])]
        const level = scale.of(part)
        const higher = level === scale.top ? level : Math.min(level + above, scale.top - 1)
        const most = Math.max(...scale.most!(higher).map((best) => shareOf(best, other)))
        expect(shareOf(part, other)).toBeLessThanOrEqual(most)
      }),
      { numRuns: 5000 },
    )
  })
})
