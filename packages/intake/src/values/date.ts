import { serialToIso } from '../xlsx/cell.ts'

const FULL = /(?:^|\D)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const MONTH = /^((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*月?$/
const YEAR = /^((?:19|20)\d{2})\s*年?$/
const SERIAL = /^\d{5}(\.\d+)?$/

const pad = (value: number): string => String(value).padStart(2, '0')

const isoDate = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? `${year}-${pad(month)}-${pad(day)}` : undefined
}

/**
 * ISO date of a text with year, month and day, or of a day number of a spreadsheet; a month alone gives its first day.
 * Undefined for anything else.
 * @example readDate('2024年3月5日') // '2024-03-05'
 */
export const readDate = (text: string): string | undefined => {
  const plain = text.normalize('NFKC').trim()
  const found = FULL.exec(plain) ?? COMPACT.exec(plain)
  if (found) return isoDate(Number(found[1]), Number(found[2]), Number(found[3]))
  const month = MONTH.exec(plain)
  if (month) return isoDate(Number(month[1]), Number(month[2]), 1)
  return SERIAL.test(plain) ? serialToIso(Number(plain)).slice(0, 10) : undefined
}

/**
 * The day until which something holds: a date, of a month alone its last day.
 * @example readLastDay('2027年2月') // '2027-02-28'
 */
export const readLastDay = (text: string): string | undefined => {
  const month = MONTH.exec(text.normalize('NFKC').trim())
  if (!month) return readDate(text)
  const [year, number] = [Number(month[1]), Number(month[2])]
  return number < 1 || number > 12 ? undefined : isoDate(year, number, new Date(Date.UTC(year, number, 0)).getUTCDate())
}

const OPEN_END = /长期|招满|招完|满员|为止|即止|不限|另行通知|永久|until filled|ongoing|no deadline/i

/** Whether a text says that something has no last day: 长期有效, 招满为止. */
export const isOpenEnd = (text: string): boolean => OPEN_END.test(text.normalize('NFKC'))

const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const DELAYS: [RegExp, number][] = [
  [/随时|立即|马上|即刻|即可|尽快|当天|now|immediately/i, 0],
  [/一周|1周|7天|七天|one week/i, 7],
  [/两周|二周|2周|半个?月|15天|two weeks/i, 14],
  [/一个?月|1个?月|30天|one month/i, 30],
  [/两个?月|二个月|2个?月/, 60],
  [/三个?月|3个?月/, 90],
]

/** A date, or a delay ("随时", "一周内") counted from `asOf`; the delay stays unread without it. */
export const readStart = (text: string, asOf?: string): string | undefined => {
  const date = readDate(text)
  if (date || asOf === undefined) return date
  const delay = DELAYS.find(([pattern]) => pattern.test(text.normalize('NFKC')))
  return delay && addDays(asOf, delay[1])
}

/** True for a date that says too little to be a day (a bare year, a day without a year) yet is none that failed. */
export const isPartialDate = (text: string): boolean =>
  YEAR.test(text.trim()) || /^\d{1,2}[-/.月]\d{1,2}日?$/.test(text.trim())

/**
 * Year of birth from "1999", "1999年5月", "85年", a date or a day number; undefined outside 1930–2020.
 * Two digits count as 19xx from 30 on.
 */
export const readBirthYear = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim()
  const short = /^(\d{2})\s*年/.exec(plain)
  const year = short
    ? Number(short[1]) + (Number(short[1]) >= 30 ? 1900 : 2000)
    : Number(/^(\d{4})(?!\d)/.exec(plain)?.[1] ?? /^(\d{4})\d{2,4}$/.exec(plain)?.[1] ?? readDate(plain)?.slice(0, 4))
  return year >= 1930 && year <= 2020 ? year : undefined
}
