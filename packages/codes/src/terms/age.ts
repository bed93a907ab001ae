import { withDigits } from '../chinese-number.ts'
import { plain } from '../plain.ts'

/** Years of age, both ends included; a side left out is open, both left out = 不限. */
export type AgeReading = { text: string } & ({ kind: 'range'; min?: number; max?: number } | { kind: 'unknown' })

type Ages = { min?: number; max?: number }
type Rule = { pattern: RegExp; read: (first: number, second: number) => Ages }

const UNIT = '(?:周?岁)'
const NUMBER = '(?<!\\d)(\\d{2})(?!\\d)'

/** Tried in this order; what a rule has read is taken out before the next is tried. */
const RULES: Rule[] = [
  {
    pattern: new RegExp(`${NUMBER}${UNIT}?[-至到]${NUMBER}${UNIT}?`, 'g'),
    read: (first, second) => ({ min: Math.min(first, second), max: Math.max(first, second) }),
  },
  {
    pattern: new RegExp(`(?:满|不低于|不小于|大于|最低|最小|未满|不满|小于|低于(?=.*勿))${NUMBER}${UNIT}?`, 'g'),
    read: (first) => ({ min: first }),
  },
  {
    pattern: new RegExp(`(?:不超过|不大于|不高于|最大|最高)${NUMBER}${UNIT}?`, 'g'),
    read: (first) => ({ max: first }),
  },
  {
    pattern: new RegExp(`${NUMBER}${UNIT}?\\(?含?\\)?(?:及|或)?(?:以上|起|\\+)`, 'g'),
    read: (first) => ({ min: first }),
  },
  {
    pattern: new RegExp(`${NUMBER}${UNIT}?\\(?含?\\)?(?:及|或)?(?:以下|以内|之内|以里|内|封顶|前)`, 'g'),
    read: (first) => ({ max: first }),
  },
  { pattern: new RegExp(`[男女][性士]?:?${NUMBER}${UNIT}?`, 'g'), read: (first) => ({ max: first }) },
]

const YOUNGEST = 14
const OLDEST = 90
const isAge = (age: number | undefined): boolean => age === undefined || (age >= YOUNGEST && age <= OLDEST)

/** Without 岁 a number is an age only beside a word for age or sex, or as the whole text. */
const ABOUT_AGE = /岁|年龄|男|女|^[\d\-至到 ]+(?:以[上下内])?$/
const NO_LIMIT = /年龄.{0,3}(?:不限|无要求|不要求|无限制|不做要求)|不限年龄|无年龄|^不限$/

const readAll = (given: string): Ages[] => {
  let text = given
  return RULES.flatMap(({ pattern, read }) => {
    const found = [...text.matchAll(pattern)].map((match) => read(Number(match[1]), Number(match[2])))
    text = text.replace(pattern, ' ')
    return found.filter(({ min, max }) => isAge(min) && isAge(max))
  })
}

/**
 * Reads wished ages. Where men and women have different limits (男55女50以下) the widest range that
 * admits either is returned (max 55): nobody is turned away whom the text would take.
 * @example readAge('18-45岁') // { kind: 'range', min: 18, max: 45, … }
 */
export const readAge = (text: string): AgeReading => {
  const prepared = withDigits(plain(text)).replaceAll(/\d+[-至到]?\d*年|\d+个?月/g, ' ')
  const ages = ABOUT_AGE.test(prepared) ? readAll(prepared) : []
  const mins = ages.flatMap(({ min }) => (min === undefined ? [] : [min]))
  const maxs = ages.flatMap(({ max }) => (max === undefined ? [] : [max]))
  if (ages.length === 0) return NO_LIMIT.test(prepared) ? { text, kind: 'range' } : { text, kind: 'unknown' }
  return {
    text,
    kind: 'range',
    ...(mins.length > 0 && { min: Math.min(...mins) }),
    ...(maxs.length > 0 && { max: Math.max(...maxs) }),
  }
}
