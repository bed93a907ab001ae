import { expect, test } from 'vitest'
import { occupation } from '../../occupations/index.ts'
import { measure } from './measure.ts'
import { type GoldTitle, readGold } from './read-gold.ts'

const tuning = readGold('tuning')
const heldOut = readGold('held-out')
const all = [...tuning, ...heldOut]

const asLorryDriver = (title: string): GoldTitle => ({
  title,
  code: '4-02-02-02',
  accepted: new Set(['4-02-02-02']),
})

test('there are at least 600 labelled titles, half of them held out', () => {
  expect(all.length).toBeGreaterThanOrEqual(600)
  expect(Math.abs(tuning.length - heldOut.length)).toBeLessThanOrEqual(1)
})

test('the code of a labelled title is an occupation of the fourth level', () => {
  expect(all.filter(({ code }) => occupation(code)?.level !== 4)).toEqual([])
})

test('the further codes are occupations or whole classes of the third level', () => {
  const unknown = all.flatMap(({ title, accepted }) =>
    [...accepted].filter((code) => (occupation(code)?.level ?? 0) < 3).map((code) => `${title}: ${code}`),
  )
  expect(unknown).toEqual([])
})

test('no title is labelled twice, so the held-out half is not seen while tuning', () => {
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
})

test('the measure counts the first answer, the first three, and the classes above', () => {
  const answers: Record<string, [string, number][]> = {
    right: [['4-02-02-02', 0.9]],
    second: [
      ['4-02-02-01', 0.6],
      ['4-02-02-02', 0.4],
    ],
    cousin: [['4-02-06-01', 0.4]],
    none: [],
  }
  const { first, third, small, middle, covered, firstOfAnswered, bands } = measure(
    Object.keys(answers).map(asLorryDriver),
    (title) => (answers[title] ?? []).map(([code, confidence]) => ({ code, name: '', confidence, evidence: '' })),
  )
  expect({ first, third, small, middle, covered }).toEqual({
    first: 0.25,
    third: 0.5,
    small: 0.5,
    middle: 0.75,
    covered: 0.75,
  })
  expect(firstOfAnswered).toBeCloseTo(1 / 3)
  expect(bands.map(({ titles, right }) => [titles, right])).toEqual([
    [0, 0],
    [1, 0],
    [1, 0],
    [0, 0],
    [1, 1],
  ])
})
