import { compact, type IdProblem, type IdReading } from './reading.ts'

/** Ranges the ministry has given out for mobile use, networked devices (14x) and resellers (16x, 17x) included. */
const RANGE = /^1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/
const LANDLINE = /^(?:0\d{9,11}|[48]00\d{7}|[2-8]\d{6,7})$/
const COUNTRY = /^(?:\+86|0086|86(?=1\d{10}$))/

const problemOf = (number: string): IdProblem | undefined => {
  if (number.includes('*')) return 'masked'
  if (/^(?:\+|00)/.test(number)) return 'foreign'
  if (!/^\d+$/.test(number)) return 'charset'
  if (LANDLINE.test(number)) return 'landline'
  if (number.length !== 11) return 'length'
  return RANGE.test(number) ? undefined : 'prefix'
}

/** The number alone: without the country's code, blanks, dots and brackets. */
export const bareMobile = (text: string): string =>
  compact(text)
    .replaceAll(/[().·]/g, '')
    .replace(COUNTRY, '')

/**
 * A mobile number of mainland China, written with or without +86, blanks, hyphens and full-width digits.
 * @example readMobile('+86 138-0013-8000').valid // true
 * @example readMobile('0532-80000000').reason // landline
 */
export const readMobile = (text: string): IdReading => {
  const reason = problemOf(bareMobile(text))
  return reason ? { text, kind: 'mobile', valid: false, reason } : { text, kind: 'mobile', valid: true }
}
