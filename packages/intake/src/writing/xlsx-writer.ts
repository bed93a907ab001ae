import { openDraft } from './draft-file.ts'
import { rowHeight } from './row-height.ts'
import type { Cell, OpenWriter, TableColumn } from './table-writer.ts'
import { escapeXml, SHEET_END, sheetStart, STYLE, workbookParts } from './workbook-parts.ts'
import { createZip, type EntryWriter } from './zip-writer.ts'

/** What one sheet can hold; a longer table goes on in a further sheet. */
const MAX_ROWS = 1_048_576
const MAX_CELL = 32_767
const MAX_SHEET_CHARACTERS = 1_000_000_000
const DEFAULT_WIDTH = 14

/** Characters XML has no way to write, lone surrogates among them. */
const UNWRITABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A name Excel accepts: at most 31 characters, none of []:*?/\. */
export const sheetName = (name: string, part = 1): string => {
  const tail = part > 1 ? ` (${part})` : ''
  const plain =
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim() || 'Sheet'
  return plain.slice(0, 31 - tail.length) + tail
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const textCell = (reference: string, text: string, style: number): string => {
  // `_x0041_` is how OOXML spells a character it cannot hold; text that happens to look so is spelled itself.
  const plain = text
    .slice(0, MAX_CELL)
    .replace(UNWRITABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(plain)}</t></is></c>`
}

/** Text is always a string, never a formula; one that looks like a formula stays text when somebody edits the cell. */
const bodyCell = (reference: string, cell: Cell, wrap: boolean): string => {
  const style = wrap ? STYLE.wrapped : STYLE.body
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? `<c r="${reference}" s="${style}"><v>${cell}</v></c>`
      : `<c r="${reference}" s="${style}"/>`
  }
  const guarded = /^[=+\-@\t\r]/.test(cell)
  return textCell(reference, cell, guarded ? (wrap ? STYLE.guardedWrapped : STYLE.guardedBody) : style)
}

const rowStart = (line: number, height: number | undefined): string =>
  `<row r="${line}"${height ? ` ht="${height}" customHeight="1"` : ''}>`

/** A header is always wrapped. */
const wrapped = (column: TableColumn): TableColumn => ({ ...column, wrap: true })

type OpenSheet = {
  title: string
  part: number
  columns: TableColumn[]
  rows: number
  characters: number
  entry: EntryWriter
}

const endSheet = async ({ entry }: OpenSheet): Promise<void> => {
  await entry.write(SHEET_END)
  await entry.end()
}

export const openXlsx: OpenWriter = async (path, columns, title) => {
  const draft = await openDraft(path)
  const zip = createZip(draft)
  const names: string[] = []
  const begin = async (title: string, columns: TableColumn[], part: number): Promise<OpenSheet> => {
    names.push(uniqueName(names, title, part))
    const entry = zip.begin(`xl/worksheets/sheet${names.length}.xml`)
    const header = columns.map(({ name }, at) => textCell(`${letters(at)}1`, name, STYLE.header)).join('')
    const height = rowHeight(
      columns.map(({ name }) => name),
      columns.map(wrapped),
    )
    await entry.write(sheetStart(columns.map(({ width }) => width ?? DEFAULT_WIDTH)))
    await entry.write(`${rowStart(1, height)}${header}</row>`)
    return { title, part, columns, rows: 1, characters: 0, entry }
  }
  let sheet = await begin(title, columns, 1)
  const go = async (title: string, columns: TableColumn[], part: number): Promise<void> => {
    await endSheet(sheet)
    sheet = await begin(title, columns, part)
  }
  return {
    async write(row) {
      if (sheet.rows >= MAX_ROWS || sheet.characters > MAX_SHEET_CHARACTERS) {
        await go(sheet.title, sheet.columns, sheet.part + 1)
      }
      const line = ++sheet.rows
      const cells = row.map((cell, at) => bodyCell(letters(at) + line, cell, sheet.columns[at]?.wrap === true))
      const xml = `${rowStart(line, rowHeight(row, sheet.columns))}${cells.join('')}</row>`
      sheet.characters += xml.length
      await sheet.entry.write(xml)
    },
    beginSheet: (title, columns) => go(title, columns, 1),
    async close() {
      await endSheet(sheet)
      for (const [name, text] of workbookParts(names)) {
        const entry = zip.begin(name)
        await entry.write(text)
        await entry.end()
      }
      await zip.finish()
      await draft.finish()
    },
    discard: draft.discard,
  }
}

const uniqueName = (taken: string[], title: string, part: number): string => {
  let name = sheetName(title, part)
  for (let next = part + 1; taken.some((one) => one.toLowerCase() === name.toLowerCase()); next++)
    name = sheetName(title, next)
  return name
}
