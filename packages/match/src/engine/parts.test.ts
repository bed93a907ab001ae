import { expect, test } from 'vitest'
import { Best, orderOfIds } from './best.ts'
import { classify } from './classes.ts'
import { Lexicon, layOut } from './columns.ts'
import { BROKEN, NEAR, Verdicts, verdictOn } from './verdicts.ts'

const points = (share: number) => share * 100

test('ids are ordered by their characters, equal ones as they came', () => {
  expect([...orderOfIds(['b', 'a', 'c', 'a'])]).toEqual([2, 0, 3, 1])
})

test('the best are kept in order, and a full list says what it takes to enter it', () => {
  const best = new Best(2, orderOfIds(['c', 'b', 'a', 'd']))
  expect(best.least).toBe(-1)
  best.add(0, 50)
  best.add(3, 40)
  expect(best.least).toBe(40)
  best.add(1, 50)
  expect([best.records, best.points]).toEqual([
    [1, 0],
    [50, 50],
  ])
  best.add(3, 50)
  expect(best.records).toEqual([1, 0])
  best.add(2, 50)
  expect(best.records).toEqual([2, 1])
})

test.each([0, -1])('a list of %d takes nothing', (k) => {
  const best = new Best(k, orderOfIds(['a']))
  expect(best.least).toBe(Infinity)
  best.add(0, 100)
  expect(best.records).toEqual([])
})

test('records with equal parts are one class', () => {
  const { of, parts } = classify([{ on: 1 }, {}, { on: 2 }, { on: 1 }, {}], ({ on }: { on?: number }) => on)
  expect([...of]).toEqual([0, 1, 2, 0, 1])
  expect(parts).toEqual([1, undefined, 2])
})

test('columns keep what they hold when they grow, also for one bag that is larger than twice their room', () => {
  const bag = (from: number, count: number) => Array.from({ length: count }, (_, i) => [`${from + i}`, i + 1] as const)
  const lexicon = new Lexicon()
  const { start, items, masses, totals } = layOut([bag(0, 1000), [], bag(990, 2100)], (record) => record, lexicon)
  expect([...start]).toEqual([0, 1000, 1000, 3100])
  expect([items[0], items[999], items[1000], items[3099]]).toEqual([0, 999, 990, 3089])
  expect([masses[0], masses[999], masses[1000], masses[3099]]).toEqual([1, 1000, 1, 2100])
  expect([...totals]).toEqual([500_500, 0, 2_206_050])
  expect([items.length, masses.length, lexicon.size]).toEqual([3100, 3100, 3090])
})

/** Two askers' classes against three answerers'; says how often it judged. */
function makeVerdicts(kept: number) {
  const judged: string[] = []
  const classesOf = (parts: unknown[]) => ({ of: Uint32Array.from(parts, (_, i) => i), parts })
  const verdicts = new Verdicts(
    classesOf(['a', 'b', 'c']),
    classesOf([0, 0.5, 1]),
    (asking, answering) => {
      judged.push(`${asking}${answering}`)
      const failure = { isNear: answering === 0.5 }
      return { ...(asking !== 'c' && { share: Number(answering) }), ...(answering !== 1 && { failure }), reason: SAID }
    },
    points,
    kept,
  )
  return { judged, verdict: (asker: number, record: number) => verdictOn(verdicts.ask(asker), record) }
}
const SAID = { key: 'place.remote', values: {} } as const

test('a verdict holds the points, and whether the constraint is broken by little or by far', () => {
  const { verdict } = makeVerdicts(100)
  expect([verdict(0, 0), verdict(0, 1), verdict(0, 2)]).toEqual([BROKEN, 50 | BROKEN | NEAR, 100])
  expect(verdict(2, 2)).toBe(0)
})

test('a pair of classes is judged once', () => {
  const { judged, verdict } = makeVerdicts(100)
  verdict(0, 1)
  verdict(1, 1)
  verdict(0, 1)
  expect(judged).toEqual(['a0.5', 'b0.5'])
})

test('beyond what is kept the oldest row goes, and no other', () => {
  const { judged, verdict } = makeVerdicts(6)
  for (const asker of [0, 1, 2, 1, 2, 0]) verdict(asker, 2)
  expect(judged).toEqual(['a1', 'b1', 'c1', 'a1'])
})

test('one row is kept at least', () => {
  const { judged, verdict } = makeVerdicts(0)
  verdict(0, 0)
  verdict(0, 0)
  expect(judged).toEqual(['a0'])
})
