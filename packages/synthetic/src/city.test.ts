import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidCity, makeCity } from './index.ts'

const city = makeCity({ seed: 7 })
const numbers = fc.nat(9_999_999)

test('the same options give the same records, whatever was asked for before', () => {
  const again = makeCity({ seed: 7 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), numbers), { minLength: 1, maxLength: 20 }), (asked) => {
      const record = (from: typeof city) => (isJob: boolean, number: number) =>
        isJob ? from.job(number) : from.talent(number)
      const forwards = asked.map(([isJob, number]) => record(city)(isJob, number))
      const backwards = asked.toReversed().map(([isJob, number]) => record(again)(isJob, number))
      expect(backwards.toReversed()).toEqual(forwards)
    }),
    { numRuns: 40 },
  )
})

test('another seed, in its low or in its high half, gives another city', () => {
  for (const seed of [8, 7 + 2 ** 32]) {
    const other = makeCity({ seed })
    const differ = Array.from({ length: 50 }, (_, number) => number).filter(
      (number) => JSON.stringify(other.talent(number)) !== JSON.stringify(city.talent(number)),
    )
    expect(differ).toHaveLength(50)
  }
})

test('neighbouring numbers and the two sides share nothing but the vocabulary', () => {
  const titles = new Set(Array.from({ length: 100 }, (_, number) => city.talent(number).wishes[0]!.title))
  expect(titles.size).toBeGreaterThan(40)
  const same = Array.from({ length: 100 }, (_, number) => number).filter(
    (number) => city.job(number).terms[0] === city.talent(number).terms[0],
  )
  expect(same.length).toBeLessThan(40)
})

test('the day moves the dates and nothing else', () => {
  const later = makeCity({ seed: 7, asOf: '2027-01-31' })
  expect(later.asOf).toBe('2027-01-31')
  for (let number = 0; number < 100; number++) {
    const { updatedOn: before, startBy: _, ...job } = city.job(number)
    const { updatedOn: after, startBy: __, ...moved } = later.job(number)
    expect(moved).toEqual(job)
    if (before !== undefined) expect(Date.parse(after!) - Date.parse(before)).toBe(71 * 86_400_000)
  }
})

test('options and numbers that make no city are named in the error', () => {
  const wrong = [{ seed: 1.5 }, { seed: -1 }, { asOf: '2026-02-30' }, { asOf: '昨天' }, { division: '999999' }]
  for (const options of wrong) expect(() => makeCity(options), JSON.stringify(options)).toThrow(InvalidCity)
  for (const number of [-1, 0.5, NaN, 10_000_000]) {
    expect(() => city.job(number)).toThrow(InvalidCity)
    expect(() => city.talent(number)).toThrow(InvalidCity)
  }
  expect(() => makeCity({ division: '370202001' })).toThrow('division')
})
