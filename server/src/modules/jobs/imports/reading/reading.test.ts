import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readTable } from './in-thread.ts'
import type { ReadRow } from './rows.ts'

// A thread takes seconds to begin, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 })

const folder = mkdtempSync(join(tmpdir(), 'renshu-reading-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PART = { skip: 0, most: Number.POSITIVE_INFINITY, asOf: '2026-03-02' }

async function rowsIn(path: string, large: number, part = PART): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for await (const { batch } of readTable({ path, part, validUntil: '2026-04-30' }, large)) rows.push(...batch)
  return rows
}

const table = (name: string, rows: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, ['编号,职位名称,工作地点,薪资,招聘人数,职位描述', ...rows].join('\n'))
  return path
}

const ROWS = Array.from({ length: 1203 }, (_, n) =>
  n % 100 === 7
    ? `r-${n},,青岛市市南区,5000,1,没有名称。`
    : `r-${n},叉车司机,青岛市黄岛区,6000-8000,3,装卸第${n}仓货物，包住。`,
)

test('a table read in a thread gives the rows that it gives without, in their order, rejected ones among them', async () => {
  const path = table('rows.csv', ROWS)
  const plain = await rowsIn(path, Number.POSITIVE_INFINITY)
  expect(plain).toHaveLength(1203)
  expect(plain.filter((row) => 'reason' in row)).toHaveLength(12)
  expect(await rowsIn(path, 0)).toEqual(plain)
  const part = { ...PART, skip: 600, most: 700 }
  expect(await rowsIn(path, 0, part)).toEqual(plain.slice(600, 700))
})

test('what is wrong with a table is told from the thread by its code', async () => {
  const path = join(folder, 'page.csv')
  writeFileSync(path, '<!doctype html><html><body>x</body></html>')
  const problem = (large: number) => rowsIn(path, large).catch((error: { code: string }) => error.code)
  expect(await problem(0)).toBe(await problem(Number.POSITIVE_INFINITY))
  expect(await problem(0)).toBe('file.unknownFormat')
})
