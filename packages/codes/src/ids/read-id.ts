import { areaOf } from './area.ts'
import { readCreditCode } from './credit-code.ts'
import { bareMobile, readMobile } from './mobile.ts'
import { compact, type IdReading } from './reading.ts'
import { readResidentId } from './resident-id.ts'

/** Eighteen digits may be either code; the one they are valid as decides, else whether they begin with a province. */
const readDigits = (text: string, value: string): IdReading => {
  const resident = readResidentId(text)
  const credit = readCreditCode(text)
  if (resident.valid || credit.valid) return resident.valid ? resident : credit
  return areaOf(value.slice(0, 6)) ? resident : credit
}

/**
 * Reads an identifier whose kind is not said: resident id, unified social credit code or mobile number, told by length
 * and characters. `unknown` where a text has the form of none.
 * @example readId('13800138000').kind // mobile
 */
export const readId = (text: string): IdReading => {
  const value = compact(text)
  if (/^1\d{10}$/.test(bareMobile(text))) return readMobile(text)
  if (/^\d{15}$/.test(value)) return readResidentId(text)
  if (/^\d{17}[\dX]$/.test(value)) return readDigits(text, value)
  if (/^[0-9A-Z]{18}$/.test(value)) return readCreditCode(text)
  return { text, kind: 'unknown', valid: false }
}
