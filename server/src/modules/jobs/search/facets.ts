import {
  division,
  EDUCATION_LEVELS,
  type EducationLevel,
  educationName,
  type EmploymentType,
  employmentTypeName,
  type Welfare,
  welfareName,
} from '@renshu/codes'
import type { Facet } from '@renshu/contracts'
import { type Answer, type Column, openTo, type Steps, UNSTATED } from '@renshu/search'
import type { Language } from '../../../platform/http/index.ts'
import { facetOf, isShownOccupation, occupationName } from '../../../platform/places/facets.ts'
import { daysBefore } from './question.ts'

/** The columns that a page of results counts. */
export const FACETS: readonly Column[] = ['place', 'occupation', 'employment', 'welfare', 'education']
/** Yuan a month, and days since the last confirmation, by which a search is narrowed. */
const PAY_STEPS = [3000, 4000, 5000, 6000, 8000, 10_000, 15_000, 20_000] as const
const DAY_STEPS = [1, 3, 7, 30] as const
/** Kilometres around the place that is chosen. */
const KM_STEPS = [3, 5, 10, 20, 50] as const
const FEN = 100

interface Shown {
  city: string
  place: string | undefined
  occupation: string | undefined
  language: Language
}

/** The districts of the city, and the streets of the one that is chosen. */
const isShownPlace = (code: string, { city, place }: Shown): boolean => {
  const parent = division(code)?.parent
  return parent !== undefined && (parent === city || parent === place)
}

/** The name of a value of a filter. */
const nameOf = (column: Column, code: string, language: Language): string => {
  if (column === 'place') return division(code)?.name ?? code
  if (column === 'occupation') return occupationName(code)
  if (column === 'employment') return employmentTypeName(code as EmploymentType, language)
  if (column === 'welfare') return welfareName(code as Welfare, language)
  return educationName(code as EducationLevel, language)
}

/** What a page of results counts beside the columns; distances only around a place that is chosen. */
export const stepsOn = (today: string, place: string | undefined): Steps => ({
  pay: PAY_STEPS.map((yuan) => yuan * FEN),
  since: DAY_STEPS.map((days) => daysBefore(today, days)),
  ...(place !== undefined && { km: KM_STEPS }),
})

const WORDS = {
  zh: {
    pay: (yuan: number) => `${yuan} 元/月以上`,
    days: (days: number) => `${days} 天内`,
    km: (km: number) => `${km} 公里内`,
  },
  en: {
    pay: (yuan: number) => `from ${yuan} yuan a month`,
    days: (days: number) => `within ${days} days`,
    km: (km: number) => `within ${km} km`,
  },
}

/** The highest step that an amount reaches, fen a month; undefined below them all. */
export const payStepOf = (fen: number): string | undefined => {
  const yuan = PAY_STEPS.findLast((step) => step * FEN <= fen)
  return yuan && String(yuan * FEN)
}

/** A filter as it is told to officers. */
export const filterName = (kind: Column | 'pay', code: string, language: Language): string =>
  kind === 'pay' ? WORDS[language].pay(Number(code) / FEN) : nameOf(kind, code, language)

/** Steps of pay, days and distance as values of their filters, from the lowest on; no distances without a place. */
export function stepFacets({ pay, since, km }: Answer['steps'], language: Language): Record<string, Facet[]> {
  const words = WORDS[language]
  return {
    pay: PAY_STEPS.map((yuan, at) => ({ code: String(yuan * FEN), name: words.pay(yuan), count: pay[at]! })),
    days: DAY_STEPS.map((days, at) => ({ code: String(days), name: words.days(days), count: since[at]! })),
    ...(km.length > 0 && {
      km: KM_STEPS.map((step, at) => ({ code: String(step), name: words.km(step), count: km[at]! })),
    }),
  }
}

/** Of one's own education: a posting counts for everybody whom it is open to. */
const openByEducation = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(
    EDUCATION_LEVELS.map((level) => [level, openTo(level).reduce((sum, code) => sum + (counts.get(code) ?? 0), 0)]),
  )

/** Values of the filters, the most frequent first, with the number of postings each would give. */
export function facetsOf(counted: Answer['facets'], shown: Shown): Record<string, Facet[]> {
  const isShown = (column: Column, code: string): boolean => {
    if (code === UNSTATED) return false
    if (column === 'place') return isShownPlace(code, shown)
    return column !== 'occupation' || isShownOccupation(code, shown.occupation)
  }
  return Object.fromEntries(
    [...counted].map(([column, counts]) => [
      column,
      facetOf(
        column === 'education' ? openByEducation(counts) : counts,
        (code) => isShown(column, code),
        (code) => nameOf(column, code, shown.language),
      ),
    ]),
  )
}
