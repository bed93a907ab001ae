import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { IntakeError } from '../errors.ts'
import { problemOf, readAll, useFolder } from '../testing/files.ts'
import { openTableWriter } from '../writing/table-writer.ts'

const files = useFolder()

const makeWorkbook = async (): Promise<Buffer> => {
  const table = await openTableWriter(files.path('whole.xlsx'), ['岗位名称', '薪资', '工作地点'])
  for (let at = 0; at < 30; at++) await table.write([`叉车司机${at}`, 5000 + at, '青岛市黄岛区'])
  await table.close()
  return readFileSync(files.path('whole.xlsx'))
}

const CSV = `岗位名称,薪资,工作地点\n${'叉车司机,"6000-8000",青岛市黄岛区\n'.repeat(20)}`
const JSONL = '{"title":"叉车司机","salary":["6000","8000"],"city":"青岛"}\n'.repeat(20)

test('however a file is damaged, reading ends in rows or in an IntakeError, never in another error', async () => {
  const workbook = await makeWorkbook()
  const whole = [
    workbook,
    gzipSync(workbook),
    Buffer.from(CSV),
    iconv.encode(CSV, 'gb18030'),
    iconv.encode(CSV, 'utf-16le'),
    gzipSync(CSV),
    Buffer.from(JSONL),
  ]
  const damage = fc.record({
    file: fc.integer({ min: 0, max: whole.length - 1 }),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    patches: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 6 })),
      { maxLength: 4 },
    ),
    isCut: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, cut, patches, isCut }) => {
      const bytes = Buffer.from(whole[file]!.subarray(0, isCut ? Math.ceil(whole[file]!.length * cut) : undefined))
      for (const [at, patch] of patches) Buffer.from(patch).copy(bytes, Math.floor(at * bytes.length))
      const problem = await readAll(files.write('damaged', bytes)).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (problem !== undefined) expect(problem).toBeInstanceOf(IntakeError)
    }),
    { numRuns: 300 },
  )
})

test('a workbook whose directory claims to lie beyond any file is damaged', async () => {
  const workbook = await makeWorkbook()
  const end = workbook.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const locator = Buffer.alloc(20, 0xff)
  locator.write('PK\x06\x07', 'latin1')
  const bytes = Buffer.concat([workbook.subarray(0, end), locator, workbook.subarray(end)])
  expect(await problemOf(readAll(files.write('beyond.xlsx', bytes)))).toBe('file.truncated')
})
