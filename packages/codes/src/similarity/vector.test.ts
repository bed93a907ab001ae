import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldTitle, hashGrams } from './grams.ts'
import { MAGIC, parseTable, titleTable } from './table.ts'
import {
  letterSimilarity,
  meaningSimilarity,
  titleSimilarity,
  type TitleVector,
  titleVector,
  vectorSimilarity,
  vectorWith,
} from './vector.ts'

const WORDS = [
  '叉车',
  '司机',
  '操作工',
  '主播',
  '月嫂',
  'CNC',
  'java',
  '（夜班）',
  '经理',
  '䶮',
  '🚜',
  ' ',
  '/',
  'Ａ２',
  '1号',
]
const titles = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join('')),
  fc.string(),
)

const sizeOf = ({ meaning, letters, weights }: TitleVector): number =>
  meaning.byteLength + letters.byteLength + weights.byteLength

test('a similarity lies between 0 and 1 and is the same in both directions', () => {
  fc.assert(
    fc.property(titles, titles, (a, b) => {
      const similarity = titleSimilarity(a, b)
      expect(similarity).toBe(titleSimilarity(b, a))
      expect(similarity).toBeGreaterThanOrEqual(0)
      expect(similarity).toBeLessThanOrEqual(1)
    }),
  )
})

test('equal titles have similarity 1 unless they hold no letter or digit', () => {
  fc.assert(
    fc.property(titles, (title) => {
      expect(titleSimilarity(title, title)).toBe(foldTitle(title) === '' ? 0 : 1)
    }),
  )
})

test('case, full width, spaces and punctuation make no difference', () => {
  expect(titleSimilarity('ＣＮＣ 操作工', 'cnc操作工')).toBe(1)
  expect(titleSimilarity('理货员/收银员', '理货员 收银员')).toBe(1)
})

test('c++ and c# stay apart from c', () => {
  expect(foldTitle('C++工程师')).toBe('c++工程师')
  expect(foldTitle('C#工程师')).toBe('c#工程师')
})

test('a vector takes less than 1 KB whatever the length of the title', () => {
  expect(sizeOf(titleVector('叉车司机'))).toBeLessThan(256)
  expect(sizeOf(titleVector('招聘高级软件开发工程师（青岛市南区）双休五险一金'.repeat(50)))).toBeLessThan(1024)
})

test('a title of characters nobody has seen is compared by its letters alone', () => {
  expect(titleVector('䶮䶮龘').meaningSquare).toBe(0)
  expect(titleSimilarity('䶮䶮龘', '䶮龘')).toBeGreaterThan(0.3)
  expect(titleSimilarity('䶮䶮龘', '叉车司机')).toBe(0)
})

test('another table gives other meanings, the letters stay', () => {
  const { hashes, rarities } = titleTable()
  const silent = {
    dimensions: 2,
    hashes,
    rarities,
    scales: new Uint16Array(hashes.length),
    directions: new Int8Array(hashes.length * 2),
  }
  const [a, b] = ['叉车司机', '叉车工'].map((title) => vectorWith(silent, title))
  expect(a?.meaning).toEqual(new Int8Array(2))
  expect(vectorSimilarity(a!, b!)).toBeGreaterThan(0.1)
})

test('the grams of a title are its characters and what stands in a row of two to four, ends included', () => {
  expect(hashGrams('保安')).toHaveLength(8)
  expect(new Set(hashGrams('保安')).size).toBe(8)
  expect(hashGrams('')).toHaveLength(1)
})

test('bytes that are not a whole table are refused', () => {
  expect(() => parseTable(Buffer.from('PNG!00000000'))).toThrow('not a title table')
  const short = Buffer.alloc(20)
  short.write(MAGIC)
  short.writeUInt32LE(5, 4)
  short.writeUInt32LE(2, 8)
  expect(() => parseTable(short)).toThrow()
})

const squareOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)
const bytes = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 1, maxLength: 9 })
const weighed = fc.uniqueArray(
  fc.tuple(fc.constantFrom(1, 7, 2 ** 31, 2 ** 32 - 1), fc.integer({ min: 1, max: 65_535 })),
  {
    minLength: 1,
    selector: ([letter]) => letter,
  },
)
const vectors = fc.record({ meaning: bytes, weighed }).map(({ meaning, weighed }) => {
  const sorted = weighed.toSorted(([a], [b]) => a - b)
  const weights = sorted.map(([, weight]) => weight)
  return {
    meaning: Int8Array.from(meaning),
    meaningSquare: squareOf(meaning),
    letters: Uint32Array.from(sorted, ([letter]) => letter),
    weights: Uint16Array.from(weights),
    weightSquare: squareOf(weights),
  }
})

test('the two cosines are those of the plain sums, whatever the lengths', () => {
  const plainCosine = (dot: number, a: number, b: number): number => (a === 0 || b === 0 ? 0 : dot / Math.sqrt(a * b))
  fc.assert(
    fc.property(vectors, vectors, (a, b) => {
      const meanings = a.meaning.reduce((sum, value, at) => sum + value * (b.meaning[at] ?? 0), 0)
      const letters = a.letters.reduce(
        (sum, letter, at) => sum + a.weights[at]! * (b.weights[b.letters.indexOf(letter)] ?? 0),
        0,
      )
      expect(meaningSimilarity(a, b)).toBe(Math.max(0, plainCosine(meanings, a.meaningSquare, b.meaningSquare)))
      expect(letterSimilarity(a, b)).toBe(plainCosine(letters, a.weightSquare, b.weightSquare))
    }),
  )
})
