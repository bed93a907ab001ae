import { countHeaderNames } from '../columns/names.ts'
import { IntakeError } from '../errors.ts'
import { readSheet, readSheetLines } from '../xlsx/sheet.ts'
import { openWorkbook, type Sheet, type Workbook } from '../xlsx/workbook.ts'
import { openZip } from '../xlsx/zip.ts'
import { LIMITS } from './limits.ts'
import type { RawRow, Source, SourceOptions } from './source.ts'
import { openTable } from './table.ts'

type SheetFile = {
  /** As the user named it. */
  path: string
  /** Where the workbook lies. */
  file: string
  size: number
  remove?: () => Promise<void>
}

/** Most known header names in one row of the beginning; a 填表说明 sheet has none. */
const headerScore = async (workbook: Workbook, sheet: Sheet): Promise<number> => {
  let score = -1
  let seen = 0
  for await (const line of readSheetLines(workbook, sheet)) {
    if (line.cells.some((cell) => cell !== '')) score = Math.max(score, countHeaderNames(line.cells))
    if (++seen >= LIMITS.headerRows) break
  }
  return score
}

const sheetNamed = (sheets: Sheet[], wanted: string, path: string): Sheet => {
  const found = sheets.find((sheet) => sheet.name === wanted) ?? sheets[/^\d+$/.test(wanted) ? Number(wanted) - 1 : -1]
  if (found) return found
  throw new IntakeError('sheet.missing', { path, sheet: wanted, found: sheets.map((sheet) => sheet.name).join('、') })
}

const chooseSheet = async (workbook: Workbook, wanted: string | undefined, path: string): Promise<Sheet> => {
  if (wanted !== undefined) return sheetNamed(workbook.sheets, wanted, path)
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden)
  const candidates = visible.length > 0 ? visible : workbook.sheets
  let best = { sheet: candidates[0]!, score: -2 }
  if (candidates.length === 1) return best.sheet
  for (const sheet of candidates) {
    const score = await headerScore(workbook, sheet)
    if (score > best.score) best = { sheet, score }
  }
  return best.sheet
}

async function* removeAfter(rows: AsyncIterable<RawRow>, remove?: () => Promise<void>): AsyncGenerator<RawRow> {
  try {
    yield* rows
  } finally {
    await remove?.()
  }
}

export const openSheetSource = async (input: SheetFile, options: SourceOptions): Promise<Source> => {
  const workbook = await openWorkbook(await openZip(input.file, input.size, input.path))
  const sheet = await chooseSheet(workbook, options.sheet, input.path)
  let read = 0
  const lines = readSheet(workbook, sheet, (bytes) => (read += bytes))
  const table = await openTable(lines, input.path)
  const total = workbook.zip.entries.get(sheet.part)?.uncompressedSize ?? 1
  return {
    path: input.path,
    format: 'xlsx',
    sheet: sheet.name,
    columns: table.columns,
    rows: removeAfter(table.rows, input.remove),
    progress: () => Math.min(1, read / Math.max(1, total)),
  }
}
