import { IntakeError } from '../errors.ts'
import { LIMITS } from '../files/limits.ts'
import type { TableLine } from '../files/table.ts'
import { readCell } from './cell.ts'
import { decodeXml, type Sheet, type Workbook } from './workbook.ts'
import { attribute, elements } from './xml.ts'
import { readEntry, type ZipEntry } from './zip.ts'

/** A block of merged cells, zero-based columns, rows as in the file. */
type Merge = { top: number; bottom: number; left: number }

const CELL = /<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const MAX_MERGES = 200_000
const MAX_COLUMNS = 2_000

/** `AB12` → column 27, row 12. */
const parseReference = (reference: string): { column: number; row: number } => {
  const letters = /^[A-Z]+/i.exec(reference)?.[0] ?? ''
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(reference.slice(letters.length)) }
}

const entryOf = (workbook: Workbook, sheet: Sheet): ZipEntry => {
  const entry = workbook.zip.entries.get(sheet.part)
  if (!entry) throw new IntakeError('file.truncated', { path: workbook.zip.path })
  return entry
}

/** Merged cells stand behind the rows in the file, so they are fetched in a pass of their own. */
const readMerges = async (workbook: Workbook, sheet: Sheet): Promise<Merge[]> => {
  const merges: Merge[] = []
  const tail = afterRows(readEntry(workbook.zip, entryOf(workbook, sheet), { limit: LIMITS.sheetBytes }))
  const tooLong = (limit: number) => new IntakeError('line.tooLong', { path: workbook.zip.path, line: 0, limit })
  for await (const tag of elements(tail, 'mergeCell', tooLong, LIMITS.lineLength)) {
    const [from = '', to = from] = (attribute(tag, 'ref') ?? '').split(':')
    const start = parseReference(from)
    const bottom = parseReference(to).row
    if (bottom > start.row && merges.length < MAX_MERGES) merges.push({ top: start.row, bottom, left: start.column })
  }
  return merges.sort((a, b) => a.top - b.top)
}

const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/

async function* afterRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let tail = ''
  let passed = false
  for await (const chunk of chunks) {
    const text = passed ? chunk.toString('latin1') : tail + chunk.toString('latin1')
    const at: number = passed ? 0 : text.search(END_OF_ROWS)
    passed ||= at >= 0
    if (passed) yield text.slice(at)
    else tail = text.slice(-40)
  }
}

const readRow = (xml: string, line: number, workbook: Workbook): TableLine => {
  const cells: string[] = []
  const notes: NonNullable<TableLine['notes']> = []
  const tagEnd = xml.indexOf('>')
  let position = -1
  for (const [, attributes = '', content = ''] of xml.slice(tagEnd + 1).matchAll(CELL)) {
    const reference = attribute(attributes, 'r')
    position = reference ? parseReference(reference).column : position + 1
    if (position < 0 || position >= MAX_COLUMNS) continue
    const cell = readCell(attributes, content, workbook)
    while (cells.length < position) cells.push('')
    cells[position] = cell.text
    if (cell.note) notes.push({ position, reason: cell.note })
  }
  return notes.length > 0 ? { line, cells, notes } : { line, cells }
}

/** Repeats the value of a block merged downwards in each of its rows, as a reader of the page sees it. */
const createFill = (merges: Merge[]): ((line: TableLine) => void) => {
  let next = 0
  let open: (Merge & { text: string })[] = []
  return ({ line, cells }) => {
    const isEmpty = cells.every((cell) => cell === '')
    open = open.filter((merge) => merge.bottom >= line)
    for (const merge of isEmpty ? [] : open) {
      while (cells.length <= merge.left) cells.push('')
      if (cells[merge.left] === '') cells[merge.left] = merge.text
    }
    for (; next < merges.length && merges[next]!.top <= line; next++) {
      const merge = merges[next]!
      if (merge.top === line) open.push({ ...merge, text: cells[merge.left] ?? '' })
    }
  }
}

/** The rows of a sheet by position, numbered as on the screen. Errors: `sheet.tooLarge`, `line.tooLong`. */
export async function* readSheet(
  workbook: Workbook,
  sheet: Sheet,
  onPacked?: (bytes: number) => void,
): AsyncGenerator<TableLine> {
  const fill = createFill(await readMerges(workbook, sheet))
  for await (const line of readSheetLines(workbook, sheet, onPacked)) {
    fill(line)
    yield line
  }
}

/** The same without regard to merged cells, in one pass: enough to look at the beginning. */
export async function* readSheetLines(
  workbook: Workbook,
  sheet: Sheet,
  onPacked?: (bytes: number) => void,
): AsyncGenerator<TableLine> {
  const { path } = workbook.zip
  const reading = { limit: LIMITS.sheetBytes, ...(onPacked && { onPacked }) }
  const chunks = decodeXml(readEntry(workbook.zip, entryOf(workbook, sheet), reading))
  let number = 0
  const tooLong = (limit: number) => new IntakeError('line.tooLong', { path, line: number + 1, limit })
  for await (const xml of elements(chunks, 'row', tooLong, LIMITS.lineLength)) {
    const stated = Number(attribute(xml.slice(0, xml.indexOf('>')), 'r') ?? Number.NaN)
    number = Number.isInteger(stated) && stated > number ? stated : number + 1
    yield readRow(xml, number, workbook)
  }
}
