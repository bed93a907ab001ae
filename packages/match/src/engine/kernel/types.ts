/** What the sieve knows of every row, a column of u32 each; `sieve-words.ts` says what is in the first two. */
export const SIEVE_WORDS = ['ordinals', 'magnitudes', 'places', 'skillsLow', 'skillsHigh'] as const
/** Where those columns lie. */
export type SieveColumns = Record<(typeof SIEVE_WORDS)[number], number>

/**
 * Six u32. A row keeps a question when no level is below its minimum and both share a type, a place, and one of the 64
 * bits for skills.
 */
export type Question = {
  minimumOrdinals: number
  types: number
  minimumMagnitudes: number
  placeMask: number
  skillsLowMask: number
  skillsHighMask: number
}

/** A direction has as many axes, each an int8. */
export const DIRECTION_BYTES = 128

/**
 * The inner loops over a memory. Where something lies is its byte offset, a multiple of 4. Rows are trusted to lie in
 * their columns, and columns to be followed by 64 bytes that may be read. A range [from, to) may be empty.
 */
export type Kernel = {
  /**
   * Writes the numbers of the rows in the range that keep the question to `out`, ascending, as u32, and returns how many.
   * `out` needs room for four more than the range has rows: what lies behind the numbers is overwritten. A row whose
   * words are all 0 never passes, since it shares nothing.
   */
  sift(columns: SieveColumns, from: number, to: number, question: Question, out: number): number
  /** Writes the dot products of a direction with those in the range of a matrix, row by row, to `out` as i32. */
  dots(matrix: number, from: number, to: number, direction: number, out: number): void
}
