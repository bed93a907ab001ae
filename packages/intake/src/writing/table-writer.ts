import { IntakeError } from '../errors.ts'
import { openCsv, openJsonl } from './text-writer.ts'
import { openXlsx } from './xlsx-writer.ts'

export type TableColumn = {
  name: string
  /** Width in half-width characters (xlsx). */
  width?: number
  /** Breaks long text into lines (xlsx). */
  wrap?: boolean
}

export type Cell = string | number

export type TableWriter = {
  write: (row: Cell[]) => Promise<void>
  /** Ends the sheet that is open and begins another (xlsx); csv and jsonl go on in the same file under these columns. */
  beginSheet: (name: string, columns: (string | TableColumn)[]) => Promise<void>
  /** The file appears under its name only now; a run that broke off leaves the old file as it was. */
  close: () => Promise<void>
  /** Gives up and removes what was written. */
  discard: () => Promise<void>
}

const toColumn = (column: string | TableColumn): TableColumn => (typeof column === 'string' ? { name: column } : column)

export type OpenWriter = (
  path: string,
  columns: TableColumn[],
  sheet: string,
) => Promise<
  Omit<TableWriter, 'beginSheet'> & {
    beginSheet: (name: string, columns: TableColumn[]) => Promise<void>
  }
>

const WRITERS: Record<string, OpenWriter> = { csv: openCsv, jsonl: openJsonl, xlsx: openXlsx }

/** Says that a path cannot be written, in the words of the system. */
export const explainWriteFailure = (error: unknown, path: string): IntakeError =>
  error instanceof IntakeError
    ? error
    : new IntakeError('output.unwritable', {
        path,
        reason: (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error)),
      })

/** Format by the ending of a path; undefined when it is none that is written here. */
export const tableFormat = (path: string): 'csv' | 'jsonl' | 'xlsx' | undefined =>
  /\.(csv|jsonl|xlsx)$/i.exec(path)?.[1]?.toLowerCase() as 'csv' | 'jsonl' | 'xlsx' | undefined

/**
 * Opens a table for writing, format by the ending: .csv (UTF-8 with mark, CRLF), .jsonl or .xlsx. A cell that a
 * spreadsheet would take for a formula is made plain text. Errors: `output.unknownFormat`, `output.unwritable`.
 * @example const table = await openTableWriter('fit.xlsx', ['岗位', { name: '理由', width: 40, wrap: true }])
 */
export const openTableWriter = async (
  path: string,
  columns: (string | TableColumn)[],
  options: { sheet?: string } = {},
): Promise<TableWriter> => {
  const format = tableFormat(path)
  if (!format) throw new IntakeError('output.unknownFormat', { path })
  const guard = async <T>(action: () => Promise<T>): Promise<T> =>
    action().catch((error: unknown) => {
      throw explainWriteFailure(error, path)
    })
  const writer = await guard(() => WRITERS[format]!(path, columns.map(toColumn), options.sheet ?? '结果'))
  return {
    write: (row) => guard(() => writer.write(row)),
    beginSheet: (name, columns) => guard(() => writer.beginSheet(name, columns.map(toColumn))),
    close: () => guard(writer.close),
    discard: writer.discard,
  }
}
