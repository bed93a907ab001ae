import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemOf, readAll, useFolder } from '../testing/files.ts'
import { writeRejects } from './rejects.ts'
import { openTableWriter } from './table-writer.ts'
import { disarm } from './text-writer.ts'
import { sheetName } from './xlsx-writer.ts'

const files = useFolder()

const writeTable = async (name: string, columns: string[], rows: (string | number)[][]): Promise<string> => {
  const table = await openTableWriter(files.path(name), columns)
  for (const row of rows) await table.write(row)
  await table.close()
  return files.path(name)
}

const ROWS = [['=HYPERLINK("http://x")', '+1', '-5', '@SUM(A1)', '\t=1', -5, '正常,"引号"\n换行']]
const COLUMNS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

test('a full-width mark of a formula is disarmed too', () => {
  for (const text of ['＝1+1', '＋1', '－1', '＠SUM(A1)']) expect(disarm(text)).toBe(`'${text}`)
})

test('a CSV cell that a spreadsheet would run is disarmed, numbers stay numbers', async () => {
  const text = readFileSync(await writeTable('inject.csv', COLUMNS, ROWS), 'utf8')
  expect(text).toBe(
    `\ufeffa,b,c,d,e,f,g\r\n"'=HYPERLINK(""http://x"")",'+1,-5,'@SUM(A1),'\t=1,-5,"正常,""引号""\n换行"\r\n`,
  )
})

test('no written CSV cell begins like a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '1', '.', 'a') }), (text) => {
      const first = disarm(text)
      expect(/^[=+\-@\t\r]/.test(first) && Number.isNaN(Number(first))).toBe(false)
    }),
  )
})

test('a workbook holds texts as texts, and another program opens it', async () => {
  const book = new Workbook()
  await book.xlsx.readFile(await writeTable('inject.xlsx', COLUMNS, ROWS))
  const row = book.worksheets[0]!.getRow(2)
  expect([1, 2, 3, 4, 5, 6, 7].map((at) => row.getCell(at).value)).toEqual(ROWS[0])
  expect(row.getCell(1).formula).toBeUndefined()
})

test('a workbook can be printed: header repeated and frozen, A4 across, one page wide', async () => {
  const table = await openTableWriter(files.path('print.xlsx'), ['岗位', { name: '理由', width: 40, wrap: true }], {
    sheet: '按岗位',
  })
  await table.write(['焊工', '证书符合'])
  await table.beginSheet('按求职者', ['求职者'])
  await table.write(['T1'])
  await table.close()
  const book = new Workbook()
  await book.xlsx.readFile(files.path('print.xlsx'))
  expect(book.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
    ['按岗位', 2],
    ['按求职者', 2],
  ])
  const sheet = book.worksheets[0]!
  expect(sheet.pageSetup).toMatchObject({
    orientation: 'landscape',
    paperSize: 9,
    fitToWidth: 1,
    printTitlesRow: '1:1',
  })
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.getColumn(2).width).toBe(40)
  expect(sheet.getRow(2).getCell(2).alignment).toMatchObject({ wrapText: true })
})

test('any table written as workbook, CSV or JSON lines reads back equal', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '岗', '𠮷', '<', '&', '"', ',', "'", '_x0041', '\n', '9') })
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('t.xlsx', 't.csv', 't.jsonl'), async (rows, name) => {
      const marked = rows.map(([a, b]) => [`x${a}x`, `y${b}y`])
      const { cells } = await readAll(await writeTable(name, ['岗位名称', '薪资'], marked))
      expect(cells).toEqual(marked.map(([岗位名称, 薪资]) => ({ 岗位名称, 薪资 })))
    }),
    { numRuns: 120 },
  )
})

test('characters that XML cannot hold are left out', async () => {
  const { cells } = await readAll(await writeTable('bad.xlsx', ['岗位名称'], [['普\u0001工\ud800']]))
  expect(cells).toEqual([{ 岗位名称: '普工' }])
})

test('sheet names are made acceptable', () => {
  expect(sheetName('岗位/求职者: [一]')).toBe('岗位 求职者   一')
  expect(sheetName('长'.repeat(40), 2)).toBe(`${'长'.repeat(27)} (2)`)
  expect(sheetName("''")).toBe('Sheet')
})

test('the file appears when closed, and a discarded one never does', async () => {
  const table = await openTableWriter(files.path('late.csv'), ['a'])
  await table.write(['1'])
  expect(existsSync(files.path('late.csv'))).toBe(false)
  await table.discard()
  expect(existsSync(files.path('late.csv'))).toBe(false)
  expect(existsSync(files.path('late.csv.part'))).toBe(false)
})

test('an ending that is not known, a folder and a missing folder are refused', async () => {
  mkdirSync(files.path('dir.csv'))
  expect(await problemOf(openTableWriter(files.path('a.pdf'), ['a']))).toBe('output.unknownFormat')
  expect(await problemOf(openTableWriter(files.path('dir.csv'), ['a']))).toBe('output.unwritable')
  expect(await problemOf(openTableWriter(files.path('none/a.xlsx'), ['a']))).toBe('output.unwritable')
})

test('rejects are written with file, line, column, value and the reason in words', async () => {
  await writeRejects(files.path('r.csv'), [
    { file: 'jobs.xlsx', line: 7, column: '岗位名称', value: '=1', reason: 'title.meaningless' },
  ])
  expect(readFileSync(files.path('r.csv'), 'utf8')).toBe(
    "\ufeff文件,行,列,内容,原因\r\njobs.xlsx,7,岗位名称,'=1,岗位名称里没有文字\r\n",
  )
})
