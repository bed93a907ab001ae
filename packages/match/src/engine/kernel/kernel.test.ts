import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderBytesTable } from '../../../build/kernel.ts'
import {
  ALL_TYPES,
  packMagnitudes,
  packMinimumMagnitudes,
  packMinimumOrdinals,
  packOrdinals,
  packTypes,
} from '../sieve-words.ts'
import { DIRECTION_BYTES, loadKernel, plainKernel, type Kernel, type Question } from './index.ts'

const PAGE = 65_536
/** What the kernel may write to of its own: the beginning of the first page. */
const RESERVED = 1024
const KERNELS = [
  ['compiled', loadKernel],
  ['plain', plainKernel],
] as const

const makeMemory = (pages = 2) => new WebAssembly.Memory({ initial: pages, maximum: PAGE, shared: true })
const wordsOf = (memory: WebAssembly.Memory) => new Uint32Array(memory.buffer)

test('compiling the source again gives the committed bytes, fewer than 2048', async () => {
  const committed = readFileSync(new URL('bytes-table.ts', import.meta.url), 'utf8')
  expect(await renderBytesTable()).toBe(committed)
  expect((committed.match(/'(.*)'/)![1]!.length * 3) / 4).toBeLessThan(2048)
})

describe('which kernel answers', () => {
  /** Only the compiled kernel has a table in the memory. */
  const isCompiled = (memory: WebAssembly.Memory) =>
    wordsOf(memory)
      .subarray(0, RESERVED / 4)
      .some((word) => word > 0)

  test('the compiled one where its bytes are accepted, in a memory of one page and of many', () => {
    for (const pages of [1, 40]) {
      const memory = makeMemory(pages)
      loadKernel(memory)
      expect(isCompiled(memory)).toBe(true)
      expect(wordsOf(memory).findLastIndex((word) => word > 0)).toBeLessThan(RESERVED / 4)
    }
  })

  test.each([
    ['no module', []],
    ['of another version', [0, 97, 115, 109, 2, 0, 0, 0]],
    ['with an unknown section', [0, 97, 115, 109, 1, 0, 0, 0, 99, 0]],
  ])('the plain one where the bytes are refused: %s', (_, bytes) => {
    const memory = makeMemory()
    const kernel = loadKernel(memory, Uint8Array.from(bytes))
    expect(isCompiled(memory)).toBe(false)
    expect(siftRows(kernel, memory, [makeRow(), makeRow()], makeQuestion())).toEqual([0, 1])
  })
})

type Row = {
  education: number
  years: number
  availability: number
  types: number
  salary: number
  places: number
  skillsLow: number
  skillsHigh: number
}
/** A row and a question that meet at every limit. */
const makeRow = (changes: Partial<Row> = {}): Row => ({
  education: 5,
  years: 3,
  availability: 300,
  types: 0b100,
  salary: 600,
  places: 0b1000,
  skillsLow: 0b1,
  skillsHigh: 0,
  ...changes,
})
const makeQuestion = (changes: Partial<Row> = {}): Question => {
  const { types, salary, places, skillsLow, skillsHigh, ...levels } = makeRow(changes)
  return {
    minimumOrdinals: packMinimumOrdinals(levels),
    types: packTypes(types),
    minimumMagnitudes: packMinimumMagnitudes(salary),
    placeMask: places,
    skillsLowMask: skillsLow,
    skillsHighMask: skillsHigh,
  }
}
const packRow = ({ types, salary, places, skillsLow, skillsHigh, ...levels }: Row): Words => [
  packOrdinals(levels, types),
  packMagnitudes(salary),
  places,
  skillsLow,
  skillsHigh,
]

type Words = readonly [ordinals: number, magnitudes: number, places: number, skillsLow: number, skillsHigh: number]
/** Columns behind the first page, each an eighth of a page and at an odd word, and room for the answer. */
const EIGHTH = PAGE / 8
const COLUMNS = {
  ordinals: PAGE + 4,
  magnitudes: PAGE + EIGHTH + 8,
  places: PAGE + 2 * EIGHTH + 12,
  skillsLow: PAGE + 3 * EIGHTH + 4,
  skillsHigh: PAGE + 4 * EIGHTH + 8,
}
const NAMES = ['ordinals', 'magnitudes', 'places', 'skillsLow', 'skillsHigh'] as const
const OUT = PAGE + 5 * EIGHTH + 4
/** What is looked at of it: more than any range here may write. */
const OUT_WORDS = 128
const ROOM = 4
const UNTOUCHED = 0xdead_beef
/** The rows behind the last keep every question, so a kernel that counts them is caught. */
const BEHIND = Array.from({ length: 8 }, (): Words => [~0, ~0, ~0, ~0, ~0])

function siftWords(kernel: Kernel, memory: WebAssembly.Memory, rows: readonly Words[], range: Range, asked: Question) {
  const words = wordsOf(memory)
  for (const [row, packed] of [...rows, ...BEHIND].entries())
    for (const [word, name] of NAMES.entries()) words[COLUMNS[name] / 4 + row] = packed[word]!
  const [from, to] = range
  const out = words.subarray(OUT / 4, OUT / 4 + OUT_WORDS)
  out.fill(UNTOUCHED)
  const count = kernel.sift(COLUMNS, from, to, asked, OUT)
  expect(out.subarray(Math.max(0, to - from) + ROOM).every((word) => word === UNTOUCHED)).toBe(true)
  return [...out.subarray(0, count)]
}
type Range = readonly [from: number, to: number]

const siftRows = (kernel: Kernel, memory: WebAssembly.Memory, rows: readonly Row[], asked: Question) =>
  siftWords(kernel, memory, rows.map(packRow), [0, rows.length], asked)

describe.each(KERNELS)('the sieve, %s', (_, load) => {
  const memory = makeMemory()
  const kernel = load(memory)
  const passes = (row: Partial<Row>, question: Partial<Row> = {}) =>
    siftRows(kernel, memory, [makeRow(row)], makeQuestion(question)).length === 1

  test('a row at every limit passes', () => {
    expect(passes({})).toBe(true)
  })

  test.each(['education', 'years', 'availability', 'salary'] as const)(
    'one level of %s below the least is out',
    (at) => {
      expect(passes({ [at]: makeRow()[at] - 1 })).toBe(false)
      expect(passes({ [at]: makeRow()[at] + 1 })).toBe(true)
      expect(passes({ [at]: 0 })).toBe(false)
      expect(passes({ [at]: Infinity }, { [at]: Infinity })).toBe(true)
      expect(passes({ [at]: 0 }, { [at]: 0 })).toBe(true)
    },
  )

  test.each(['types', 'places'] as const)('any of the %s will do, and one must be shared', (of) => {
    expect(passes({ [of]: 0b0110 }, { [of]: 0b1100 })).toBe(true)
    expect(passes({ [of]: 0b0011 }, { [of]: 0b1100 })).toBe(false)
    expect(passes({ [of]: 0 }, { [of]: ~0 })).toBe(false)
    expect(passes({ [of]: ~0 }, { [of]: 0 })).toBe(false)
  })

  test('a skill may be shared in either of their words', () => {
    expect(passes({ skillsLow: 0, skillsHigh: 0b10 }, { skillsLow: 0b1, skillsHigh: 0b110 })).toBe(true)
    expect(passes({ skillsLow: 0b110, skillsHigh: 0 }, { skillsLow: 0b10, skillsHigh: 0b1 })).toBe(true)
    expect(passes({ skillsLow: 0b1, skillsHigh: 0b10 }, { skillsLow: 0b10, skillsHigh: 0b1 })).toBe(false)
    expect(passes({ skillsLow: 0, skillsHigh: 0 }, { skillsLow: ~0, skillsHigh: ~0 })).toBe(false)
  })

  test('the highest type and the highest place count as the others do', () => {
    expect(passes({ types: 1 << 6, places: 1 << 31 }, { types: 1 << 6, places: 1 << 31 })).toBe(true)
    expect(passes({ types: 1 << 5, places: 1 << 31 }, { types: 1 << 6, places: 1 << 31 })).toBe(false)
    expect(passes({ types: 1 << 6, places: 1 << 30 }, { types: 1 << 6, places: 1 << 31 })).toBe(false)
  })

  test('a row that is gone passes no question, neither the most lenient nor one that borrows from all its bits', () => {
    const lenient = { education: 0, years: 0, availability: 0, salary: 0, types: ALL_TYPES, places: ~0 }
    const gone: Words = [0, 0, 0, 0, 0]
    for (const minimum of [0, 1, Infinity]) {
      const asked = makeQuestion({ ...lenient, education: minimum, salary: minimum })
      expect(siftWords(kernel, memory, [packRow(makeRow(lenient)), gone], [1, 2], asked)).toEqual([])
    }
  })

  test('the numbers are those of the rows, wherever the range begins and ends', () => {
    const rows = Array.from({ length: 23 }, (_, row) => makeRow(row % 3 === 0 ? {} : { years: 2 }))
    for (let from = 0; from <= rows.length; from++)
      for (let to = 0; to <= rows.length; to++) {
        const expected = rows.flatMap((_, row) => (row >= from && row < to && row % 3 === 0 ? [row] : []))
        expect(siftWords(kernel, memory, rows.map(packRow), [from, to], makeQuestion())).toEqual(expected)
      }
  })

  test('an empty range looks at no row, not even where the memory ends, and writes nothing', () => {
    wordsOf(memory).fill(UNTOUCHED, OUT / 4)
    for (const [from, to] of [
      [1, 1],
      [2, 1],
      [2 ** 28, 0],
    ] as const)
      expect(kernel.sift(COLUMNS, from, to, makeQuestion(), OUT)).toBe(0)
    expect(
      wordsOf(memory)
        .subarray(OUT / 4)
        .every((word) => word === UNTOUCHED),
    ).toBe(true)
  })

  test('a memory that has grown is seen to its end', () => {
    const memory = makeMemory(1)
    const kernel = load(memory)
    memory.grow(1)
    expect(siftRows(kernel, memory, [makeRow(), makeRow({ salary: 0 }), makeRow()], makeQuestion())).toEqual([0, 2])
  })
})

test('both kernels pass the same rows, whatever the words', () => {
  const memory = makeMemory()
  const [compiled, plain] = [loadKernel(memory), plainKernel(memory)]
  const level = fc.oneof(fc.nat(4), fc.nat(1023))
  const mask = fc.oneof(fc.nat(7), fc.integer())
  const row = fc.record({
    education: level,
    years: level,
    availability: level,
    types: mask,
    salary: level,
    places: mask,
    skillsLow: mask,
    skillsHigh: mask,
  })
  const any = fc.integer()
  const words = fc.oneof(
    { weight: 6, arbitrary: row.map(packRow) },
    { weight: 1, arbitrary: fc.tuple(any, any, any, any, any) },
  )
  const question = fc.oneof(
    { weight: 6, arbitrary: row.map(makeQuestion) },
    {
      weight: 1,
      arbitrary: fc.record({
        minimumOrdinals: any,
        types: any,
        minimumMagnitudes: any,
        placeMask: any,
        skillsLowMask: any,
        skillsHighMask: any,
      }),
    },
  )
  const range = fc.tuple(fc.nat(70), fc.nat(70))
  fc.assert(
    fc.property(fc.array(words, { minLength: 70, maxLength: 70 }), range, question, (rows, range, question) => {
      const passed = siftWords(compiled, memory, rows, range, question)
      expect(passed).toEqual(siftWords(plain, memory, rows, range, question))
    }),
    { numRuns: 500 },
  )
})

describe.each(KERNELS)('dot products, %s', (_, load) => {
  const memory = makeMemory()
  const kernel = load(memory)
  const DIRECTION = PAGE + 4
  const MATRIX = PAGE + 2 * DIRECTION_BYTES + 4

  const dotsOf = (direction: readonly number[], matrix: readonly (readonly number[])[], [from, to]: Range) => {
    const bytes = new Int8Array(memory.buffer)
    bytes.set(direction, DIRECTION)
    for (const [row, axes] of matrix.entries()) bytes.set(axes, MATRIX + row * DIRECTION_BYTES)
    const out = new Int32Array(memory.buffer, OUT, OUT_WORDS)
    out.fill(UNTOUCHED)
    kernel.dots(MATRIX, from, to, DIRECTION, OUT)
    const rows = Math.max(0, to - from)
    expect(out.subarray(rows).every((sum) => sum === (UNTOUCHED | 0))).toBe(true)
    return [...out.subarray(0, rows)]
  }
  const all = (axis: number) => Array<number>(DIRECTION_BYTES).fill(axis)

  test('the most and the least that a byte holds neither saturate nor lose their sign', () => {
    const rows = [all(127), all(-128), all(0), all(1)]
    expect(dotsOf(all(127), rows, [0, 4])).toEqual([2_064_512, -2_080_768, 0, 16_256])
    expect(dotsOf(all(-128), rows, [0, 4])).toEqual([-2_080_768, 2_097_152, 0, -16_384])
  })

  test('every axis counts once, with its own partner', () => {
    const unit = (axis: number) => all(0).with(axis, 1)
    const direction = all(0).map((_, axis) => axis - 60)
    const units = direction.map((_, axis) => unit(axis))
    expect(dotsOf(direction, units.slice(0, 70), [0, 70])).toEqual(direction.slice(0, 70))
    expect(dotsOf(direction, units.slice(70), [0, 58])).toEqual(direction.slice(70))
  })

  test('the sums are those of the definition, for the rows of the range', () => {
    const axes = fc.array(fc.integer({ min: -128, max: 127 }), {
      minLength: DIRECTION_BYTES,
      maxLength: DIRECTION_BYTES,
    })
    const matrix = fc.array(axes, { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(axes, matrix, fc.tuple(fc.nat(6), fc.nat(6)), (direction, matrix, [from, to]) => {
        const sums = matrix.slice(from, to).map((row) => row.reduce((sum, axis, i) => sum + axis * direction[i]!, 0))
        expect(dotsOf(direction, matrix, [from, to])).toEqual(sums)
      }),
    )
  })
})
