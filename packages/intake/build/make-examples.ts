/**
 * Makes the files in examples/: `npx tsx packages/intake/build/make-examples.ts`. The same script makes the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Workbook } from '@cj-tech-master/excelts'
import iconv from 'iconv-lite'
import { csvCell } from '../src/writing/text-writer.ts'
import { BAD_ROWS, type ExampleCell, FOOTER, HEADER, JOBS, SUBTITLE, TITLE } from './data/jobs.ts'
import { MORE_JOBS } from './data/more-jobs.ts'
import { BAD_TALENT_LINES, TALENT_HEADER, TALENTS } from './data/talents.ts'

const FOLDER = fileURLToPath(new URL('../../../examples/', import.meta.url))
const MADE_ON = new Date(Date.UTC(2026, 10, 12))
/** Column A is left empty, as in many forms. */
const FIRST_COLUMN = 2
const EMPLOYER_COLUMN = FIRST_COLUMN + 2

const allRows = (): ExampleCell[][] => {
  const rows = [...JOBS]
  const insert = (row: ExampleCell[], behind: string) =>
    rows.splice(rows.findIndex(([id]) => id === behind) + 1, 0, row)
  insert(BAD_ROWS.again, 'A005')
  insert(BAD_ROWS.repeatedId, 'C004')
  insert(BAD_ROWS.noTitle, 'G004')
  insert(BAD_ROWS.absurd, 'G005')
  insert(BAD_ROWS.repeatedHeader, 'E003')
  return rows
}

type Sheet = ReturnType<Workbook['addWorksheet']>

/** One employer stands in one merged cell beside all its jobs. */
const mergeEmployers = (sheet: Sheet, firstRow: number, rows: ExampleCell[][]): void => {
  let from = 0
  rows.forEach((row, at) => {
    if (rows[at + 1]?.[1] === row[1]) return
    if (at > from) sheet.mergeCells(firstRow + from, EMPLOYER_COLUMN, firstRow + at, EMPLOYER_COLUMN)
    from = at + 1
  })
}

const writeJobs = async (path: string): Promise<void> => {
  const book = new Workbook()
  book.created = MADE_ON
  book.modified = MADE_ON
  const notes = book.addWorksheet('填表说明')
  notes.addRow(['请勿修改表头，不要合并岗位名称单元格。'])
  const sheet = book.addWorksheet('岗位')
  const lastColumn = FIRST_COLUMN + HEADER.length - 1
  for (const text of [TITLE, SUBTITLE]) {
    const line = sheet.addRow([null, text]).number
    sheet.mergeCells(line, FIRST_COLUMN, line, lastColumn)
  }
  sheet.addRow([])
  sheet.addRow([null, ...HEADER])
  const rows = allRows()
  const firstRow = sheet.rowCount + 1
  rows.forEach((row, at) => {
    const line = sheet.addRow([null, row[0] === HEADER[1] ? HEADER[0] : at + 1, ...row])
    line.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = 'yyyy/m/d'
    })
  })
  mergeEmployers(sheet, firstRow, rows)
  const footer = sheet.addRow([null, FOOTER]).number
  sheet.mergeCells(footer, FIRST_COLUMN, footer, lastColumn)
  sheet.addRow([null, null, ' '])
  await book.xlsx.writeFile(path)
}

const writeTalents = (path: string): void => {
  const lines = [TALENT_HEADER, ...TALENTS].map((row) => row.map(csvCell).join(','))
  const empty = ','.repeat(TALENT_HEADER.length - 1)
  lines.splice(20, 0, ...BAD_TALENT_LINES)
  writeFileSync(path, iconv.encode(`${[...lines, empty, empty].join('\r\n')}\r\n`, 'gb18030'))
}

const writeMoreJobs = (path: string): void =>
  writeFileSync(path, MORE_JOBS.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''))

await writeJobs(join(FOLDER, 'jobs.xlsx'))
writeTalents(join(FOLDER, 'talents.csv'))
writeMoreJobs(join(FOLDER, 'jobs.jsonl'))
