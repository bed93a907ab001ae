/** Bounds that keep a hostile or broken file from filling the memory. Bytes are uncompressed unless said otherwise. */
export const LIMITS = {
  /** Characters of one line of text, one row of a sheet or one record in quotes. */
  lineLength: 4_000_000,
  /** One sheet of a workbook; about 20 million cells. */
  sheetBytes: 2_000_000_000,
  /** The table of texts of a workbook, which has to be kept whole. */
  sharedStringBytes: 300_000_000,
  /** Any other part of a workbook that has to be kept whole. */
  partBytes: 50_000_000,
  /** A workbook packed once more as .gz, unpacked to disk. */
  unpackedBytes: 1_000_000_000,
  /** Rows looked at to find the header. */
  headerRows: 15,
  /** Lines a quoted value may run over. */
  quotedLines: 500,
} as const
