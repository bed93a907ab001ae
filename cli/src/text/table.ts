import { clip, displayWidth, padLeft, padRight } from './width.ts'

const GAP = '  '
const NARROWEST = 8

/**
 * Lines of aligned cells, Chinese characters counted as two columns. When the table is too wide the widest columns are
 * clipped, but no column below 8.
 */
export function layOutTable(
  rows: readonly (readonly string[])[],
  { width, rightAligned = [] }: { width: number; rightAligned?: readonly number[] },
): string[] {
  const count = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))))
  shrink(widths, width - GAP.length * (count - 1))
  return rows.map((row) =>
    widths
      .map((room, at) => (rightAligned.includes(at) ? padLeft : padRight)(clip(row[at] ?? '', room), room))
      .join(GAP)
      .trimEnd(),
  )
}

function shrink(widths: number[], room: number): void {
  for (let over = widths.reduce((sum, one) => sum + one, 0) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= NARROWEST) return
    widths[widest]!--
  }
}
