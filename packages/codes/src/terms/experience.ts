import { withDigits } from '../chinese-number.ts'
import { plain } from '../plain.ts'

/** Years of work; `max` only where the text states an upper end. 不限, 应届 and 无经验 have `min` 0. */
export type ExperienceReading = { text: string } & ({ kind: 'years'; min: number; max?: number } | { kind: 'unknown' })

type Years = { min: number; max?: number }
type Rule = { pattern: RegExp; read: (groups: string[]) => Years }

const LONGEST_CAREER = 50

const between = (low: number, high: number): Years => ({ min: Math.min(low, high), max: Math.max(low, high) })

/** Tried in this order on a clause; the first that holds is its reading. */
const RULES: Rule[] = [
  { pattern: /([\d.]+)年?[-至到]([\d.]+)年/, read: ([low, high]) => between(Number(low), Number(high)) },
  {
    pattern: /(?:不超过|(?<!不)少于|(?<!不)低于)([\d.]+)年|([\d.]+)年(?:及|或)?(?:以下|以内|之内|内)/,
    read: ([first, second]) => ({ min: 0, max: Number(first || second) }),
  },
  { pattern: /(\d+)年半/, read: ([years]) => ({ min: Number(years) + 0.5 }) },
  { pattern: /半年(?:及|或)?(?:以下|以内|之内|内)/, read: () => ({ min: 0, max: 0.5 }) },
  { pattern: /半年/, read: () => ({ min: 0.5 }) },
  { pattern: /([\d.]+) ?\+? ?(?:年|years?|yrs?)/, read: ([years]) => ({ min: Number(years) }) },
  { pattern: /(\d+)[-至到](\d+)个?月/, read: ([low, high]) => between(Number(low) / 12, Number(high) / 12) },
  { pattern: /(\d+)个月/, read: ([months]) => ({ min: Number(months) / 12 }) },
  { pattern: /^(\d+)-(\d+)$/, read: ([low, high]) => between(Number(low), Number(high)) },
  { pattern: /^([\d.]+)\+?$/, read: ([years]) => ({ min: Number(years) }) },
]

const NONE_NEEDED =
  /经验不限|不限经验|无需.{0,4}经验|无.{0,2}经验|(?:不需|不用|不要求|不看).{0,3}经验|经验(?:不要求|无要求|要求不限)|零经验|应届|在校|在读|^无$|无要求|^[^\p{L}]*不限|[/ ]不限|no experience/u
/** 不限 that belongs to something else than experience. */
const OTHER_ANY = /(?:学历|年龄|语言|专业|性别|地区|户籍|行业)[:]?(?:要求)?不限|不限(?:学历|年龄|语言|专业|性别|户籍)/g
/** "4天/周 3个月" and 实习3个月以上 are how long an internship lasts, not what it asks for. */
const ATTENDANCE = /\d天\/周|每周\d天|实习/
const LENGTH = /\d+个月/g
const ABOUT_WORK = /经验|经历|工作|从业|应届|在校|experience/

const readClause = (clause: string): Years | undefined => {
  for (const { pattern, read } of RULES) {
    const match = pattern.exec(clause)
    const years = match && read(match.slice(1))
    if (years && Math.max(years.min, years.max ?? 0) <= LONGEST_CAREER) return years
  }
  return NONE_NEEDED.test(clause) ? { min: 0 } : undefined
}

/**
 * Reads years of work asked for or had. An exact figure is a minimum (2年经验 → min 2); a bare number is years;
 * months and 半年 are fractions; a clause with 优先 asks for nothing.
 * @example readExperience('3-5年本科') // { kind: 'years', min: 3, max: 5, … }
 */
export const readExperience = (text: string): ExperienceReading => {
  const digits = withDigits(plain(text).replace(/([一两二三四五六七八])([二三四五六七八九])(?=年)/g, '$1-$2'))
  const clauses = (ATTENDANCE.test(digits) ? digits.replace(LENGTH, '') : digits)
    .replace(OTHER_ANY, '')
    .split(/[、,;。|\n]/)
    .map((clause) => clause.trim())
    .filter((clause) => !/优先|更佳|加分/.test(clause))
  const readings = clauses.flatMap((clause) => {
    const years = readClause(clause)
    return years ? [{ clause, years }] : []
  })
  const chosen = readings.find(({ clause }) => ABOUT_WORK.test(clause)) ?? readings[0]
  return chosen ? { text, kind: 'years', ...chosen.years } : { text, kind: 'unknown' }
}
