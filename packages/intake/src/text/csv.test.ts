import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText } from '../files/encoding.ts'
import type { TableLine } from '../files/table.ts'
import { detectDelimiter, readCsv, splitRecord } from './csv.ts'
import { readLines } from './lines.ts'

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const parse = async (
  text: string,
  delimiter = ',',
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' = 'utf-8',
  size = 7,
) => {
  const chunks = decodeText(inPieces(iconv.encode(text, encoding), size), encoding)
  const lines: TableLine[] = []
  for await (const line of readCsv(readLines(chunks, 'x.csv'), delimiter)) lines.push(line)
  return lines
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

test('any table written as CSV reads back equal in every encoding, delimiter and line end', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '薪', '€', '𠮷', '"', ',', '\n', '\r\n', ' ', '=', '8', '；', '\t'),
  })
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
  const given = fc.record({
    table,
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8' as const, 'gb18030' as const, 'utf-16le' as const, 'utf-16be' as const),
    size: fc.integer({ min: 1, max: 50 }),
  })
  await fc.assert(
    fc.asyncProperty(given, async ({ table, delimiter, end, encoding, size }) => {
      const text = table.map((row) => row.map(quote).join(delimiter)).join(end)
      const lines = await parse(text, delimiter, encoding, size)
      expect(lines.map((line) => line.cells)).toEqual(table)
    }),
    { numRuns: 300 },
  )
})

test('a value in quotes may run over lines, and rows keep the line they begin on', async () => {
  expect(await parse('a,b\n"one\ntwo",2\nx,y')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['one\ntwo', '2'] },
    { line: 4, cells: ['x', 'y'] },
  ])
})

test('a quote that is never closed breaks its own line only', async () => {
  const lines = await parse('a,b\n1,"open\n2,fine\n3,"good"\n')
  expect(lines.map((line) => line.broken?.problem ?? line.cells)).toEqual([
    ['a', 'b'],
    'row.unbalancedQuote',
    ['2', 'fine'],
    ['3', 'good'],
  ])
  expect(lines[1]).toMatchObject({ line: 2, broken: { text: '1,"open' } })
})

test('a quote inside an unquoted value is an ordinary character', () => {
  expect(splitRecord('5" 管道工,"他说""好""",', ',').cells).toEqual(['5" 管道工', '他说"好"', ''])
})

test('a lone CR, a CRLF and an LF each end a line once', async () => {
  expect((await parse('a,b\rc,d\r\ne,f\ng,h\r')).map((line) => line.line)).toEqual([1, 2, 3, 4])
})

test('the delimiter is the one that cuts the lines alike', () => {
  expect(detectDelimiter(['岗位;薪资', '普工;5,000', '叉车;6,000'])).toBe(';')
  expect(detectDelimiter(['岗位\t薪资', '普工，包住\t5000'])).toBe('\t')
  expect(detectDelimiter(['岗位', '普工'])).toBe(',')
})
