import type { Cell, TableColumn } from './table-writer.ts'

/** A line of 等线 at 11 points. */
const LINE_POINTS = 14.25
/** The tallest row a sheet can have (Excel specifications and limits). */
const TALLEST_POINTS = 409

/** Width in half-width characters; everything from the Hangul block on counts as full-width, quotation marks too. */
const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += character.codePointAt(0)! >= 0x1100 ? 2 : 1
  return width
}

const lineCount = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / width)), 0)

/**
 * Points a row needs so that wrapped text is seen whole; undefined when one line is enough. Stated in the file because
 * not every program fits the rows when it opens one.
 */
export const rowHeight = (row: readonly Cell[], columns: readonly TableColumn[]): number | undefined => {
  let lines = 1
  for (const [at, { wrap, width = 14 }] of columns.entries())
    // Margins and the break between words take about one character of the width.
    if (wrap) lines = Math.max(lines, lineCount(String(row[at] ?? ''), Math.max(1, width - 1)))
  return lines > 1 ? Math.min(TALLEST_POINTS, lines * LINE_POINTS) : undefined
}
