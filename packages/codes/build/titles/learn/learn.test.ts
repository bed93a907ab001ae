import { expect, test } from 'vitest'
import { hashGrams } from '../../../src/similarity/grams.ts'
import { applyGradient, collectGradient, encode, makeBag } from './bag.ts'
import { contrast, dot, emptyRows, normalizeRows, type Rows, rowOf } from './contrast.ts'
import { seededRandom } from './random.ts'
import { train } from './train.ts'

const randomRows = (count: number, width: number, seed: number): Rows => {
  const random = seededRandom(seed)
  return normalizeRows({ data: Float32Array.from({ length: count * width }, () => random() - 0.5), count, width })
}

const lossOf = (a: Rows, b: Rows): number =>
  contrast(a, b, { temperature: 0.5, weight: 1, da: emptyRows(a.count, a.width), db: emptyRows(b.count, b.width) })

test.each([3, 4, 6])('the gradient of the contrast of %d pairs is the slope of its loss', (count) => {
  const [a, b] = [randomRows(count, 5, 1), randomRows(count, 5, 2)]
  const [da, db] = [emptyRows(count, 5), emptyRows(count, 5)]
  contrast(a, b, { temperature: 0.5, weight: 1, da, db })
  for (const [rows, slopes] of [
    [a, da],
    [b, db],
  ] as const)
    for (let at = 0; at < rows.data.length; at++) {
      const before = rows.data[at] ?? 0
      rows.data[at] = before + 0.01
      const above = lossOf(a, b)
      rows.data[at] = before - 0.01
      const below = lossOf(a, b)
      rows.data[at] = before
      expect(slopes.data[at]).toBeCloseTo((above - below) / 0.02, 2)
    }
})

const bagOf = (titles: readonly string[]) => makeBag([...new Set(titles.flatMap(hashGrams))], 8, seededRandom(3))

test('a step along the collected gradient brings a title nearer to its target', () => {
  const bag = bagOf(['保安'])
  const target = randomRows(1, 8, 4)
  const nearness = () => dot(rowOf(encode(bag, ['保安']).vectors, 0), target.data)
  const before = nearness()
  const gradients = new Map<number, Float32Array>()
  const away = { ...target, data: target.data.map((value) => -value) }
  collectGradient(bag, encode(bag, ['保安']), away, gradients)
  applyGradient(bag, gradients, 0.01)
  expect(nearness()).toBeGreaterThan(before)
})

test('training brings the names of one job together and keeps other jobs away', () => {
  const families = [
    ['保安', '门卫'],
    ['月嫂', '育儿嫂'],
    ['焊工', '气保焊'],
    ['厨师', '炒锅'],
  ]
  const bag = bagOf(families.flat())
  const shares = [{ families: families.map((names) => names.map((name) => [name])), perStep: 4 }]
  const tasks = [{ shares, temperature: 0.2, weight: 1 }]
  train(bag, { tasks, steps: 60, rate: 0.05, forget: 0 }, seededRandom(5), () => {})
  const { vectors } = encode(bag, ['保安', '门卫', '厨师'])
  const [guard, doorman, cook] = [0, 1, 2].map((index) => rowOf(vectors, index))
  expect(dot(guard!, doorman!)).toBeGreaterThan(0.7)
  expect(dot(guard!, cook!)).toBeLessThan(0.5)
})

test('a gram without a row says nothing', () => {
  const bag = bagOf(['保安'])
  expect([...rowOf(encode(bag, ['厨师']).vectors, 0)]).toEqual(Array.from({ length: 8 }, () => 0))
})
