import { areaOf, isArea } from './area.ts'
import { compact, type IdProblem, type IdReading, problemOfForm } from './reading.ts'

/** GB 11643-1999, 4.2.4 (ISO 7064 MOD 11-2): the weights of the first 17 digits and the character for each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
const FORM = /^\d{17}[\dX]$/
const OLD_FORM = /^\d{15}$/

const EARLIEST = '1900-01-01'

/** The character that must follow the first 17 digits. */
export const residentIdCheck = (digits: string): string =>
  CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] ?? ''

/** Whether an ISO date is one of the calendar. */
const exists = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

type Parts = { area: string; born: string; sex: 'male' | 'female' }

const partsOf = (area: string, date: string, order: string): Parts => ({
  area,
  born: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`,
  sex: Number(order) % 2 === 1 ? 'male' : 'female',
})

/** A foreigner's permanent residence card has the same form: 9, two digits of the province, three of the nation. */
const areaDigits = (value: string): string => (value.startsWith('9') ? `${value.slice(1, 3)}0000` : value.slice(0, 6))

const problemOf = (value: string, { area, born }: Parts, today: string | undefined): IdProblem | undefined => {
  if (residentIdCheck(value) !== value[17]) return 'checkDigit'
  if (value.startsWith('9') ? areaOf(area) === undefined : !isArea(area)) return 'area'
  return born < EARLIEST || !exists(born) || (today !== undefined && born > today) ? 'birthDate' : undefined
}

const facts = ({ area, born, sex }: Parts) => {
  const today = areaOf(area)
  return { ...(exists(born) && { born }), sex, ...(today && { area: today }) }
}

/**
 * A citizen's resident id (GB 11643-1999): area, birth date, order (odd for men), check character. The 15-digit form is
 * recognised with its facts but is not valid any more. `today` (ISO) also refuses birth dates after it; no clock is read.
 * @example readResidentId('11010519491231002x') // { valid: true, born: '1949-12-31', sex: 'female', area: '110105', … }
 */
export const readResidentId = (text: string, today?: string): IdReading => {
  const value = compact(text)
  const kind = 'residentId'
  if (OLD_FORM.test(value)) {
    const parts = partsOf(value.slice(0, 6), `19${value.slice(6, 12)}`, value.slice(14))
    return { text, kind, valid: false, reason: 'oldForm', ...facts(parts) }
  }
  const malformed = problemOfForm(value, 18, FORM)
  if (malformed) return { text, kind, valid: false, reason: malformed }
  const parts = partsOf(areaDigits(value), value.slice(6, 14), value.slice(14, 17))
  const reason = problemOf(value, parts, today)
  return reason ? { text, kind, valid: false, reason } : { text, kind, valid: true, ...facts(parts) }
}
