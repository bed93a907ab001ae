import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { judge, outcome } from '../testing/judge.ts'
import { testRules } from '../testing/rules.ts'
import { salary } from './salary.ts'

/** Fen a month; `from` and `upTo` leave the other side open. */
const pay = (min: number, max: number) => ({ salary: { min, max } })
const from = (min: number) => ({ salary: { min } })
const upTo = (max: number) => ({ salary: { max } })
const OFFER = pay(600_000, 800_000)
/** From the bottom of {@link OFFER} to a fifth above its top. */
const ROOM = 360_000

testRules('salary', salary, [
  ['the offer begins at the wish', OFFER, from(600_000), 'kept', 'salary.met', 1],
  ['or above it', OFFER, from(1), 'kept', 'salary.met', 1],
  ['a fen above the bottom', OFFER, from(600_001), 'kept', 'salary.within', (ROOM - 1) / ROOM],
  ['at the top', OFFER, from(800_000), 'kept', 'salary.within', 160_000 / ROOM],
  ['a fen above the top', OFFER, from(800_001), 'kept', 'salary.tolerated', 159_999 / ROOM],
  ['a fen below the tolerance', OFFER, from(959_999), 'kept', 'salary.tolerated', 1 / ROOM],
  ['at the tolerance', OFFER, from(960_000), 'kept', 'salary.tolerated', 0],
  ['a fen above it is near', OFFER, from(960_001), 'near 160001 fen', 'salary.below', 0],
  ['half above the offer still is', OFFER, from(1_200_000), 'near 400000 fen', 'salary.below', 0],
  ['a fen more is not', OFFER, from(1_200_001), 'broken 400001 fen', 'salary.below', 0],
  ['the tolerance is whole fen', upTo(333_333), from(400_000), 'kept', 'salary.tolerated', 0],
  ['and not one more', upTo(333_333), from(400_001), 'near 66668 fen', 'salary.below', 0],
  ['what is near is whole fen', upTo(333_333), from(500_000), 'near 166667 fen', 'salary.below', 0],
  ['and not one more either', upTo(333_333), from(500_001), 'broken 166668 fen', 'salary.below', 0],
  ['an open top is taken to reach half above', from(600_000), from(840_000), 'kept', 'salary.openTop', 0.5],
  ['and is never exceeded', from(600_000), from(5_000_000), 'kept', 'salary.openTop', 0],
  ['an open top that begins at the wish', from(600_000), from(600_000), 'kept', 'salary.met', 1],
  ['an open bottom is taken to lie so far below', upTo(900_000), from(600_000), 'kept', 'salary.within', 1],
  ['and falls from there', upTo(900_000), from(840_000), 'kept', 'salary.within', 0.5],
  ['one figure', pay(800_000, 800_000), from(880_000), 'kept', 'salary.tolerated', 0.5],
  ['a range turned round', pay(800_000, 600_000), from(800_001), 'kept', 'salary.tolerated', 159_999 / ROOM],
  ['a wish turned round', OFFER, pay(900_000, 700_000), 'kept', 'salary.within', 260_000 / ROOM],
  ['the top of a wish does not count', OFFER, pay(600_000, 9_000_000), 'kept', 'salary.met', 1],
  ['no money and no wish for any', pay(0, 0), from(0), 'kept', 'salary.met', 1],
  ['no money and a wish for a fen', pay(0, 0), from(1), 'broken 1 fen', 'salary.below', 0],
  ['no amount of money', pay(Number.NaN, -1), from(700_000), 'kept', 'salary.jobUnknown', 0.5],
  ['nor is what has no end', pay(600_000, Infinity), from(840_000), 'kept', 'salary.openTop', 0.5],
  ['a bottom that is none leaves the top', pay(Number.NaN, 900_000), from(840_000), 'kept', 'salary.within', 0.5],
  ['an offer of nothing stated', { salary: {} }, from(700_000), 'kept', 'salary.jobUnknown', 0.5],
  ['no offer', {}, from(700_000), 'kept', 'salary.jobUnknown', 0.5],
  ['no wish', OFFER, {}, 'kept', 'salary.talentUnknown', 0.5],
  ['a wish that begins nowhere', OFFER, upTo(900_000), 'kept', 'salary.talentUnknown', 0.5],
  ['a wish that is no amount of money', OFFER, from(Number.NaN), 'kept', 'salary.talentUnknown', 0.5],
])

test('the reason tells both ranges and what lies between them', () => {
  const both = { offerMin: 600_000, offerMax: 800_000 }
  const valuesOf = (job: object, wish: number) => judge(salary, job, from(wish)).reason.values
  expect(valuesOf(OFFER, 700_000)).toEqual({ ...both, wishMin: 700_000 })
  expect(valuesOf(OFFER, 900_000)).toEqual({ ...both, wishMin: 900_000, by: 100_000 })
  expect(valuesOf(OFFER, 1_000_000)).toEqual({ ...both, wishMin: 1_000_000, by: 200_000 })
  expect(valuesOf(from(600_000), 840_000)).toEqual({ offerMin: 600_000, wishMin: 840_000, by: 240_000 })
})

test('without a tolerance the top of a single figure is the end', () => {
  const settings = { ...DEFAULT_SETTINGS, salaryTolerance: 0 }
  const said = judge(salary, pay(800_000, 800_000), from(800_001), { settings })
  expect([outcome(said), said.share]).toEqual(['near 1 fen', 0])
})
