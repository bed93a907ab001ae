import { resolve } from 'node:path'
import { type Column, decide, decideColumns, type Facts, OUTCOMES, readDay, typeOf, writeDay } from '@renshu/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { killMutants, loadPolicies, loadRegion, problemOf, regionsIn, type TestedPolicy, untriedBy } from './index.ts'

const CITIES = resolve(import.meta.dirname, '../../../cities')
const regions = regionsIn(CITIES).map((region) => loadRegion(CITIES, region))
const policies = regions.flatMap((region) => region.policies)
const named = policies.map((one): [string, TestedPolicy] => [one.file, one])

test('no policy of any city has a fault', () => {
  expect(regions.flatMap(({ faults }) => faults)).toEqual([])
  expect(policies.length).toBeGreaterThanOrEqual(12)
})

test.each(named)('%s decides its cases, and they try each clause both ways', (_file, { prepared, cases }) => {
  expect(cases.flatMap((one) => problemOf(prepared, one)?.zh ?? []).map(String)).toEqual([])
  expect(untriedBy(prepared, cases)).toEqual([])
})

test.each(named)('%s has cases that find nine of ten mistakes', (_file, { prepared, cases }) => {
  const { mutants, killed, survivors } = killMutants(prepared, cases)
  expect(mutants).toBeGreaterThan(20)
  expect(killed / mutants, survivors.join('\n')).toBeGreaterThanOrEqual(0.9)
})

test('a city has its own policies and those of its province and the country', () => {
  const keys = (city: string) => [...loadPolicies(CITIES, city).byKey.keys()]
  expect(keys('370200')).toEqual(expect.arrayContaining(['unemployment-months', 'skill-subsidy', 'listing-grant']))
  expect(keys('371100')).toEqual(expect.arrayContaining(['unemployment-months', 'skill-subsidy', 'park-rent']))
  expect(keys('371100')).not.toContain('listing-grant')
})

type Fact = TestedPolicy['prepared']['policy']['facts'][number]

/** A value as it stands in a column, with some unknown; near the bounds that the policies have. */
function codes({ type, options = [], min }: Fact): fc.Arbitrary<number> {
  const least = typeof min === 'number' ? min : 0
  const known = (): fc.Arbitrary<number> => {
    if (type === 'money') return fc.integer({ min: 1, max: 5_000_000 })
    if (type === 'date') return fc.integer({ min: readDay('2021-01-01')!, max: readDay('2026-12-31')! })
    if (type === 'boolean') return fc.constantFrom(0, 1, 1)
    return type === 'choice' ? fc.nat({ max: options.length - 1 }) : fc.integer({ min: least, max: 60 })
  }
  const value = type === 'months' ? fc.nat({ max: 24 }) : known()
  return fc.option(value, { freq: 12, nil: Number.NaN })
}

function plain({ type, options = [] }: Fact, code: number): Facts[string] {
  if (Number.isNaN(code)) return null
  if (type === 'money') return { fen: code }
  if (type === 'date') return writeDay(code)
  if (type === 'boolean') return code === 1
  return type === 'choice' ? options[code]! : code
}

test.each(named)('%s gives the same for one firm and in columns', (_file, { prepared, cases }) => {
  const { facts } = prepared.policy
  const circumstances = { effective: cases[0]!.effective, known: cases[0]!.known }
  const rows = fc.array(fc.tuple(...facts.map(codes)), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(rows, fc.boolean(), (coded, hasHistory) => {
      const columns = facts.map((fact, place): [string, Column] => [
        fact.key,
        Float64Array.from(coded, (row) => row[place]!),
      ])
      const decided = decideColumns(prepared, coded.length, Object.fromEntries(columns), {
        ...circumstances,
        ...(hasHistory && { history: () => [] }),
      })
      for (const [row, one] of coded.entries()) {
        const given = Object.fromEntries(facts.map((fact, place) => [fact.key, plain(fact, one[place]!)]))
        const single = decide(prepared, given, { ...circumstances, history: hasHistory ? [] : undefined })
        expect(OUTCOMES[decided.outcomes[row]!]).toBe(single.outcome)
        if (single.outcome === 'granted')
          expect(String(decided.amounts[row])).toBe(
            String(single.amount!.value)
              .replace('.', '')
              .replace(/^0+(?=\d)/, ''),
          )
      }
    }),
    { numRuns: 30 },
  )
})

test('types of facts are those the columns of these tests know', () => {
  const types = policies.flatMap(({ prepared }) =>
    prepared.policy.facts.map(({ type, options }) => typeOf(type, options).is),
  )
  expect([...new Set(types)].toSorted()).toEqual(['boolean', 'choice', 'date', 'integer', 'money', 'months'])
})
