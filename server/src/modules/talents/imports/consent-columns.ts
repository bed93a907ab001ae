import { readDate } from '@renshu/intake'
import { monthsAfter } from '../../../platform/clock.ts'

/** Columns of a table in which the consent of each person stands. */
export interface ConsentColumns {
  day: string
  term: string
}

const ABOUT = /同意|授权|consent/i
const TERM = /期限|有效期|截止|到期|终止|止|至|until|term|expires?|valid/i
const DAY = /日期|时间|日$|day|date|on$/i

/** The columns of day and term, by their names; undefined where one is missing. */
export function consentColumns(columns: readonly string[]): ConsentColumns | undefined {
  const about = columns.filter((column) => ABOUT.test(column))
  const term = about.find((column) => TERM.test(column))
  const day = about.find((column) => column !== term && DAY.test(column))
  return day && term ? { day, term } : undefined
}

const LENGTH = /^(\d{1,4}|半)\s*(年|个?月|天|日|years?|months?|days?)$/i

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** Last day of a consent given on a day: a date as it stands, or a length such as 一年 or `180天`. */
function untilOf(term: string, day: string): string | undefined {
  const stated = readDate(term)
  if (stated) return stated
  const found = LENGTH.exec(
    term
      .normalize('NFKC')
      .trim()
      .replace(/^一(?=年)/, '1')
      .replace(/^[两二](?=年)/, '2')
      .replace(/^三(?=年)/, '3'),
  )
  if (!found) return undefined
  const [, count, unit = ''] = found
  const [many, months] = [count === '半' ? 0.5 : Number(count), /年|year/i.test(unit) ? 12 : 1]
  if (/天|日|day/i.test(unit)) return new Date(Date.parse(day) + (many - 1) * 86_400_000).toISOString().slice(0, 10)
  return dayBefore(monthsAfter(day, Math.round(many * months)))
}

export type ConsentProblem =
  | 'consent.missing'
  | 'consent.unreadable'
  | 'consent.termMissing'
  | 'consent.future'
  | 'consent.ended'

/** The consent a row states, or why it is none today. */
export function readConsent(
  cells: Readonly<Record<string, string>>,
  columns: ConsentColumns,
  today: string,
): { consentOn: string; consentUntil: string } | { problem: ConsentProblem; column: string } {
  const stated = (cells[columns.day] ?? '').trim()
  const day = readDate(stated)
  if (!day) return { problem: stated ? 'consent.unreadable' : 'consent.missing', column: columns.day }
  if (day > today) return { problem: 'consent.future', column: columns.day }
  const until = untilOf(cells[columns.term] ?? '', day)
  if (!until || until < day || until > '9999-12-31') return { problem: 'consent.termMissing', column: columns.term }
  if (until < today) return { problem: 'consent.ended', column: columns.term }
  return { consentOn: day, consentUntil: until }
}
