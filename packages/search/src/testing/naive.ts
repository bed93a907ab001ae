import { distanceKm, isWithin } from '@renshu/codes'
import { termsOf, wordsOf } from '../text/tokens.ts'
import { type Column, type Document, type Filters, UNSTATED } from '../types.ts'

/** The search as one would write it without an index: the oracle of the properties. */

const lies = (column: Column, code: string, within: string): boolean => {
  if (column === 'place') return isWithin(code, within)
  return code === within || (column === 'occupation' && code.startsWith(`${within}-`))
}

const codesOf = (document: Document, column: Column): readonly string[] => {
  const codes = document.codes[column] ?? []
  return codes.length > 0 ? codes : [UNSTATED]
}

const has = (document: Document, column: Column, wanted: string): boolean =>
  codesOf(document, column).some((code) => lies(column, code, wanted))

const entriesOf = <T>(byColumn: Partial<Record<Column, T>> = {}): [Column, T][] =>
  Object.entries(byColumn) as [Column, T][]

const isAt = (document: Document, spots: readonly string[]): boolean =>
  spots.some((spot) => document.codes.place?.includes(spot))

export const passes = (
  document: Document,
  { codes, every, none, spots = [], around, pay, most, since }: Filters,
  beside?: Column | 'pay' | 'since',
): boolean => {
  const places = document.codes.place ?? []
  const top = document.pay ? (document.pay.max ?? Infinity) : -1
  return (
    entriesOf(codes).every(
      ([column, any]) =>
        column === beside ||
        any.some((code) => has(document, column, code)) ||
        (column === 'place' && isAt(document, spots)),
    ) &&
    entriesOf(none).every(([column, all]) => all.every((code) => !has(document, column, code))) &&
    entriesOf(every).every(([column, all]) => all.every((code) => has(document, column, code))) &&
    (!around ||
      beside === 'place' ||
      places.some((place) => (distanceKm(around.place, place) ?? Infinity) <= around.km)) &&
    (pay === undefined || beside === 'pay' || top >= pay) &&
    (most === undefined || (document.pay?.min ?? 0) <= most) &&
    (since === undefined || beside === 'since' || document.on >= since)
  )
}

export const says = (document: Document, text: string): boolean => {
  const terms = termsOf(document)
  return wordsOf(text).every((word) => terms.has(word))
}

export const countByCode = (
  documents: readonly Document[],
  column: Column,
  codes: Iterable<string>,
): Map<string, number> =>
  new Map([...codes].map((code) => [code, documents.filter((document) => has(document, column, code)).length]))
