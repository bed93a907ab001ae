/** One row as it stands in the file. `line` is counted as a person sees it: sheet row, or physical line of the text. */
export type RawRow = {
  line: number
  /** Value per column, trimmed; a column without a value is left out. */
  cells: Record<string, string>
  /** Why a row could not be taken apart; such a row has at most the raw text in its cells. */
  broken?: { problem: 'row.notJson' | 'row.notObject' | 'row.unbalancedQuote'; text: string }
  /** What was peculiar about single cells, e.g. a formula without a stored value. */
  notes?: { column: string; reason: 'cell.formulaWithoutValue' | 'cell.error' }[]
}

export const SOURCE_ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type SourceEncoding = (typeof SOURCE_ENCODINGS)[number]

/** An opened table. `rows` can be walked once. */
export type Source = {
  path: string
  format: 'xlsx' | 'csv' | 'jsonl'
  encoding?: SourceEncoding
  /** Sheet that is read (xlsx only). */
  sheet?: string
  /** Column names, without repetition: a second 备注 is called `备注 (2)`. */
  columns: string[]
  rows: AsyncIterable<RawRow>
  /** Share of the file read so far, 0–1. */
  progress: () => number
}

export type SourceOptions = { sheet?: string; encoding?: string }
