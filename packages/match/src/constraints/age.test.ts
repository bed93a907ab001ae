import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { AS_OF } from '../testing/fixtures.ts'
import { judge, outcome } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { age } from './age.ts'

const law = (limits: { min?: number; max?: number }) => ({ age: { ...limits, legal: true } })
const born = (year: number) => ({ born: year })

testRules(`age on ${AS_OF}`, age, [
  ['fifteen at most', {}, born(2011), 'broken 1 years', 'age.below'],
  ['fifteen or sixteen is to be checked', {}, born(2010), 'kept', 'age.unsure'],
  ['sixteen at least', {}, born(2009), 'kept', 'age.met'],
  ['born five years late', {}, born(2015), 'broken 5 years', 'age.below'],
  ['no year of birth', law({ min: 18, max: 60 }), {}, 'kept', 'age.unknown'],
  ['a wish of the employer is no law', { age: { min: 50, max: 35 } }, born(1960), 'kept', 'age.met'],
  ['nor is what is said not to be one', { age: { max: 35, legal: false } }, born(1960), 'kept', 'age.met'],
  ['above the age of the law', law({ max: 60 }), born(1964), 'broken 1 years', 'age.above'],
  ['perhaps still at it', law({ max: 60 }), born(1965), 'kept', 'age.met'],
  ['three above', law({ max: 60 }), born(1962), 'broken 3 years', 'age.above'],
  ['below a higher age of the law', law({ min: 18 }), born(2009), 'broken 1 years', 'age.below'],
  ['perhaps at it', law({ min: 18 }), born(2008), 'kept', 'age.unsure'],
  ['surely at it', law({ min: 18 }), born(2007), 'kept', 'age.met'],
  ['no law of a post goes below sixteen', law({ min: 14 }), born(2011), 'broken 1 years', 'age.below'],
])

test('the age of the law is a setting, and the reason names the age that counts', () => {
  const settings = { ...DEFAULT_SETTINGS, legalAge: 18 }
  const judgement = judge(age, {}, born(2009), { settings })
  expect(outcome(judgement)).toBe('broken 1 years')
  expect(judgement.reason.values).toEqual({ min: 18 })
})

test('the year of the match counts, not that of the fixtures', () => {
  expect(outcome(judge(age, {}, born(2011), { asOf: '2027-01-01' }))).toBe('kept')
})
