import { openDraft } from './draft-file.ts'
import type { Cell, OpenWriter, TableColumn } from './table-writer.ts'

const NUMBER = /^-?\d+(\.\d+)?$/

/** A leading mark that Excel and WPS take for a formula, full-width ones too, is put behind an apostrophe; a number stays one. */
export const disarm = (text: string): string =>
  /^[=+\-@＝＋－＠\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text

/** One CSV cell after RFC 4180, harmless in a spreadsheet. */
export const csvCell = (cell: Cell): string => {
  const text = typeof cell === 'number' ? String(cell) : disarm(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const csvLine = (row: Cell[]): string => `${row.map(csvCell).join(',')}\r\n`

export const openCsv: OpenWriter = async (path, columns) => {
  const draft = await openDraft(path)
  const header = (columns: TableColumn[]) => draft.append(csvLine(columns.map((column) => column.name)))
  await draft.append('\ufeff')
  await header(columns)
  return {
    write: (row) => draft.append(csvLine(row)),
    beginSheet: (_, next) => header(next),
    close: draft.finish,
    discard: draft.discard,
  }
}

export const openJsonl: OpenWriter = async (path, columns) => {
  const draft = await openDraft(path)
  let names = columns.map((column) => column.name)
  return {
    write: (row) =>
      draft.append(`${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))}\n`),
    async beginSheet(_, next) {
      names = next.map((column) => column.name)
    },
    close: draft.finish,
    discard: draft.discard,
  }
}
