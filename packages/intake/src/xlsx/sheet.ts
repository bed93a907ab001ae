import { IntakeError } from '../errors.ts'
import { LIMITS } from '../files/limits.ts'
import type { TableLine } from '../files/table.ts'
import { RowVisitor, parseReference } from './row.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { decodeXml, readTags, walkXml } from './xml.ts'
import { readEntry, type ZipEntry } from './zip.ts'

/** A block of merged cells, zero-based columns, rows as in the file. */
type Merge = { top: number; bottom: number; left: number }

const MAX_MERGES = 200_000

const entryOf = (workbook: Workbook, sheet: Sheet): ZipEntry => {
  const entry = workbook.zip.entries.get(sheet.part)
  if (!entry) throw new IntakeError('file.truncated', { path: workbook.zip.path })
  return entry
}

const BEGIN_OF_ROWS = /<(?:\w+:)?sheetData\s*>/
const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>/
/** Longer than either of the two tags. */
const OVERLAP = 60

/** The sheet with no rows in it, still well-formed and quick to walk. Latin-1 because only ASCII matters here. */
async function* withoutRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting = ''
  let place: 'before' | 'inside' | 'after' = 'before'
  for await (const chunk of chunks) {
    waiting += chunk.toString('latin1')
    if (place === 'before') {
      const begin = BEGIN_OF_ROWS.exec(waiting)
      const end = begin ? begin.index + begin[0].length : Math.max(0, waiting.length - OVERLAP)
      yield waiting.slice(0, end)
      waiting = waiting.slice(end)
      if (begin) place = 'inside'
    }
    if (place === 'inside') {
      const end = waiting.search(END_OF_ROWS)
      waiting = waiting.slice(end < 0 ? -OVERLAP : end)
      if (end >= 0) place = 'after'
    }
    if (place === 'after') {
      yield waiting
      waiting = ''
    }
  }
  yield waiting
}

/** Merged cells stand behind the rows in the file, so they are fetched in a pass of their own. */
const readMerges = async (workbook: Workbook, sheet: Sheet): Promise<Merge[]> => {
  const merges: Merge[] = []
  const bytes = readEntry(workbook.zip, entryOf(workbook, sheet), { limit: LIMITS.sheetBytes })
  for await (const { attributes } of readTags(withoutRows(bytes), workbook.zip.path, ['mergeCell'])) {
    const [from = '', to = from] = (attributes['ref'] ?? '').split(':')
    const start = parseReference(from)
    const bottom = parseReference(to).row
    if (bottom > start.row && merges.length < MAX_MERGES) merges.push({ top: start.row, bottom, left: start.column })
  }
  return merges.sort((a, b) => a.top - b.top)
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
  onBytes?: (bytes: number) => void,
): AsyncGenerator<TableLine> {
  const fill = createFill(await readMerges(workbook, sheet))
  for await (const line of readSheetLines(workbook, sheet, onBytes)) {
    fill(line)
    yield line
  }
}

/** The same without regard to merged cells, in one pass: enough to look at the beginning. */
export async function* readSheetLines(
  workbook: Workbook,
  sheet: Sheet,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<TableLine> {
  const reading = { limit: LIMITS.sheetBytes, ...(onBytes && { onBytes }) }
  const chunks = decodeXml(readEntry(workbook.zip, entryOf(workbook, sheet), reading))
  yield* walkXml(chunks, workbook.zip.path, new RowVisitor(workbook))
}
