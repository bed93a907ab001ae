import { InvalidCity } from './errors.ts'

/** Records of each kind that have an id. */
export const RECORDS = 10_000_000
const DIGITS = 7
/** Shares no divisor with RECORDS, so no two numbers meet; products stay whole (below 2⁵³). */
const STEP = 6_180_339
const START = 2_718_281

/**
 * The id of a record: always the letter and seven digits, and not in the order of the numbers, so that ties that go by
 * id do not go by age.
 * @throws InvalidCity for a number that is not whole or not in 0 … 9,999,999
 */
export function recordId(letter: string, number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= RECORDS) throw new InvalidCity('record number', number)
  return letter + String((number * STEP + START) % RECORDS).padStart(DIGITS, '0')
}
