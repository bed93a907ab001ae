/** One line of tab-separated values; tabs and line ends inside a value become spaces, so columns cannot break. */
export const tsvLine = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map((cell) => String(cell ?? '').replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')).join('\t')}\n`

/** Yuan of whole fen; the two decimals only when they say something. */
export const yuanOf = (fen: number | undefined): string =>
  fen === undefined ? '' : fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
