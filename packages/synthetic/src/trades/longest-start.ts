/** The row whose first cell is the longest start of a code. */
export const longestStart = <Row extends readonly [string, ...unknown[]]>(
  rows: readonly Row[],
  code: string,
): Row | undefined =>
  rows.reduce<Row | undefined>(
    (best, row) => (code.startsWith(row[0]) && row[0].length > (best?.[0].length ?? -1) ? row : best),
    undefined,
  )
