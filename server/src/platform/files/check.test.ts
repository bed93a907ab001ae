import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import yazl from 'yazl'
import { kindOf } from './check.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const PNG = '\x89PNG\r\n\x1A\n'

/** A zip archive of parts, each given as text or as a number of zeros. */
const zip = (parts: Record<string, string | number>): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const file = new yazl.ZipFile()
    for (const [name, content] of Object.entries(parts))
      file.addBuffer(typeof content === 'number' ? Buffer.alloc(content) : Buffer.from(content), name)
    const chunks: Buffer[] = []
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    file.end()
  })
const SHEET = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }

test('a file is known by its content', async () => {
  expect(kindOf(bytes('%PDF-1.7\n'))).toBe('pdf')
  expect(kindOf(bytes(`${PNG}rest`))).toBe('png')
  expect(kindOf(bytes('\xFF\xD8\xFFrest'))).toBe('jpeg')
  expect(kindOf(await zip(SHEET))).toBe('xlsx')
  expect(kindOf(await zip({ '[Content_Types].xml': '', 'word/document.xml': '' }))).toBe('docx')
})

test('a page, a program or any other archive is nothing we take', async () => {
  for (const text of ['<html>', 'MZ\x90', '#!/bin/sh', '']) expect(kindOf(bytes(text)), text).toBeUndefined()
  expect(kindOf(await zip({ 'a.txt': 'x' }))).toBeUndefined()
})

test('a picture that is a page as well is refused', () => {
  expect(kindOf(bytes(`${PNG}....<script>alert(1)</script>`))).toBeUndefined()
  expect(kindOf(bytes('\xFF\xD8\xFF....<SVG onload=x>'))).toBeUndefined()
})

test('an archive that swells past the limit, holds macros or is torn is refused', async () => {
  expect(kindOf(await zip({ ...SHEET, 'xl/a.xml': 320_000_000 }))).toBeUndefined()
  expect(kindOf(await zip({ ...SHEET, 'xl/vbaProject.bin': 'x' }))).toBeUndefined()
  const whole = await zip(SHEET)
  for (const cut of [4, whole.length - 30, whole.length - 1]) expect(kindOf(whole.slice(0, cut))).toBeUndefined()
})

test('no bytes whatever make the check fail', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (tail) => {
      kindOf(tail)
      kindOf(new Uint8Array([0x50, 0x4b, 3, 4, ...tail]))
      kindOf(new Uint8Array([0x50, 0x4b, 3, 4, 0x50, 0x4b, 5, 6, ...tail]))
      return true
    }),
    { numRuns: 2000 },
  )
})
