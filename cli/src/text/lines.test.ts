import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineTooLong, readLines } from './lines.ts'

async function linesOf(
  pieces: Buffer[],
  ...encoding: Parameters<typeof readLines> extends [unknown, ...infer Rest] ? Rest : never
) {
  const stream = (async function* () {
    yield* pieces
  })()
  const lines: string[] = []
  for await (const batch of readLines(stream, ...encoding)) lines.push(...batch)
  return lines
}

const cut = (bytes: Buffer, at: number): Buffer[] =>
  [bytes.subarray(0, at), bytes.subarray(at)].filter(({ length }) => length > 0)
/** 面议 and 青岛 in GB18030. */
const GB_LINES = Buffer.from([0xc3, 0xe6, 0xd2, 0xe9, 0x0a, 0xc7, 0xe0, 0xb5, 0xba])

test('as many lines come out as went in, wherever the stream is cut', async () => {
  const line = fc.string({ unit: fc.constantFrom('薪', 'é', 'a', '\t', '😀', ' '), maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.nat(60), async (lines, at) => {
      const bytes = Buffer.from(lines.map((one) => `${one}\n`).join(''))
      expect(await linesOf(cut(bytes, at % (bytes.length + 1)), 'utf-8')).toEqual(lines)
    }),
  )
})

test('empty lines and a last line without an end count, and CRLF ends a line', async () => {
  expect(await linesOf([Buffer.from('面议\r\n\r\n\n8k')])).toEqual(['面议', '', '', '8k'])
})

test('GB18030 is told from UTF-8 by the first piece that is not ASCII', async () => {
  expect(await linesOf([Buffer.from('8000\n'), GB_LINES])).toEqual(['8000', '面议', '青岛'])
  expect(await linesOf([Buffer.from('8000\n面议')])).toEqual(['8000', '面议'])
})

test('byte order marks are understood and dropped', async () => {
  expect(await linesOf([Buffer.from('\ufeff面议')])).toEqual(['面议'])
  expect(await linesOf([Buffer.from('\ufeff面议\n', 'utf16le')])).toEqual(['面议'])
})

test('a line of more than a million characters is refused with its number', async () => {
  await expect(linesOf([Buffer.from(`8k\n${'x'.repeat(1_000_001)}`)])).rejects.toEqual(new LineTooLong(2))
})
