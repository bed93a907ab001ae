import { certificate, division, fullName } from '@renshu/codes'
import type { zh } from './zh.ts'

export type ReasonKey = keyof typeof zh
/** Codes, numbers and lists as the engine knows them; fen, kilometres, ISO dates. */
export type Values = Record<string, string | number | readonly string[]>
export type Sentences = Record<ReasonKey, (values: Values) => string>

export const list = (values: Values, name: string): readonly string[] => (values[name] ?? []) as readonly string[]

/** At most `most` items, then how many more. */
export const listed = (
  items: readonly string[],
  separator: string,
  more: (count: number) => string,
  most = 5,
): string =>
  items.length <= most ? items.join(separator) : items.slice(0, most).join(separator) + more(items.length - most)

const MUNICIPALITIES = new Set(['11', '12', '31', '50'])

/** 青岛市市南区 rather than 山东省青岛市市南区: the province only where it is the place itself. */
export function placeName(code: string): string {
  const province = division(`${code.slice(0, 2)}0000`)
  if (code === '000000') return '全国'
  const whole = fullName(code)
  if (!province || province.code === code || MUNICIPALITIES.has(code.slice(0, 2))) return whole
  return whole.startsWith(province.name) ? whole.slice(province.name.length) : whole
}

/** A certificate by its name; anything else, a skill, is its own name. */
export const itemNames = (items: readonly string[], word: 'name' | 'en'): string[] =>
  items.map((item) => certificate(item)?.[word] ?? item)

/** What gives a certificate: a training, an examination; empty when not known. */
export const wayTo = (code: string): string => certificate(code)?.givenBy ?? ''

/** Years with at most one decimal, less than one as months. */
export const period = (years: number, words: { years: string; months: string }): string =>
  years > 0 && years < 1
    ? words.months.replace('{}', String(Math.round(years * 12)))
    : words.years.replace('{}', String(Math.round(years * 10) / 10))

/** A monthly pay range in yuan from `<name>Min` and `<name>Max` fen; `{}` in the words stands for the figures. */
export function payRange(values: Values, name: string, words: Record<'between' | 'above' | 'below', string>): string {
  const bound = (side: 'Min' | 'Max') =>
    values[name + side] === undefined ? undefined : yuanText(Number(values[name + side]))
  const [min, max] = [bound('Min'), bound('Max')]
  if (min === undefined) return words.below.replace('{}', max ?? '')
  if (max === undefined) return words.above.replace('{}', min)
  return words.between.replace('{}', min === max ? min : `${min}–${max}`)
}

/** Whole yuan, as postings write it. */
export const yuanText = (fen: number): string => String(Math.round(fen / 100))
