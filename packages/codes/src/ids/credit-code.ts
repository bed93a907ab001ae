import { areaOf } from './area.ts'
import { compact, type IdProblem, type IdReading, problemOfForm } from './reading.ts'

/** GB 32100-2015, 4.2: digits and capitals without I, O, Z, S, V; a character's value is its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const FORM = new RegExp(`^[${ALPHABET}]{18}$`)

/** GB 32100-2015, table 2 with its later additions: types of organisation under each registration authority. */
const TYPES: Record<string, string> = {
  '1': '12349',
  '2': '19',
  '3': '123459',
  '4': '19',
  '5': '123459',
  '6': '129',
  '7': '129',
  '8': '19',
  '9': '1239',
  A: '19',
  G: '19',
  N: '1239',
  Y: '1',
}

/** Bodies of the whole country have 100000 for their area. */
const NATIONAL = '100000'

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11714-1997, 3.3: the character that must follow the first eight of an organisation code. */
export const organisationCheck = (body: string): string => {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(body[at] ?? '', 36),
    0,
  )
  return '0123456789X'[(11 - (sum % 11)) % 11] ?? ''
}

/** GB 32100-2015, 4.2.5 (MOD 31-3): the character that must follow the first 17. */
export const creditCodeCheck = (body: string): string => {
  let sum = 0
  for (let at = 0, weight = 1; at < 17; at += 1, weight = (weight * 3) % 31)
    sum += ALPHABET.indexOf(body[at] ?? '') * weight
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

const problemOf = (value: string): IdProblem | undefined => {
  if (creditCodeCheck(value) !== value[17]) return 'checkDigit'
  if (!TYPES[value[0] ?? '']?.includes(value[1] ?? '')) return 'authority'
  const area = value.slice(2, 8)
  if (area !== NATIONAL && !(/^\d{6}$/.test(area) && areaOf(area))) return 'area'
  return organisationCheck(value.slice(8, 16)) === value[16] ? undefined : 'organisation'
}

/**
 * A unified social credit code (GB 32100-2015): registration authority, type, area, organisation code, check character.
 * The area may be one of a development zone, so only its province must be real; national bodies have no `area`.
 * @example readCreditCode('91370202MA0000007L').valid // true, a code made up for this example
 */
export const readCreditCode = (text: string): IdReading => {
  const value = compact(text)
  const kind = 'creditCode'
  const reason = problemOfForm(value, 18, FORM) ?? problemOf(value)
  if (reason) return { text, kind, valid: false, reason }
  const area = areaOf(value.slice(2, 8))
  return { text, kind, valid: true, ...(area && { area }) }
}
