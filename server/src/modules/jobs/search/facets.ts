import {
  division,
  type EducationLevel,
  educationName,
  type EmploymentType,
  employmentTypeName,
  occupation,
  type Welfare,
  welfareName,
} from '@renshu/codes'
import type { Facet } from '@renshu/contracts'
import { type Answer, type Column, UNSTATED } from '@renshu/search'
import type { Language } from '../../../platform/http/index.ts'

/** The columns that a page of results counts. */
export const FACETS: readonly Column[] = ['place', 'occupation', 'employment', 'welfare', 'education']
const MOST = 30
/** Groups of the 大典 that are shown before one is chosen: 中类, `4-02`. */
const FIRST_LEVEL = 2

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

/** One level below what is chosen; a chosen occupation itself, which has nothing below. */
const isShownOccupation = (code: string, { occupation: chosen }: Shown): boolean => {
  const level = code.split('-').length
  if (chosen === undefined) return level === FIRST_LEVEL
  return code === chosen || (code.startsWith(`${chosen}-`) && level === chosen.split('-').length + 1)
}

const nameOf = (column: Column, code: string, language: Language): string => {
  if (column === 'place') return division(code)?.name ?? code
  if (column === 'occupation') return occupation(code)?.name ?? code
  if (column === 'employment') return employmentTypeName(code as EmploymentType, language)
  if (column === 'welfare') return welfareName(code as Welfare, language)
  return educationName(code as EducationLevel, language)
}

/** Values of the filters, the most frequent first, with the number of postings each would give. */
export function facetsOf(counted: Answer['facets'], shown: Shown): Record<string, Facet[]> {
  const isShown = (column: Column, code: string): boolean => {
    if (code === UNSTATED) return false
    if (column === 'place') return isShownPlace(code, shown)
    return column !== 'occupation' || isShownOccupation(code, shown)
  }
  return Object.fromEntries(
    [...counted].map(([column, counts]) => [
      column,
      [...counts]
        .filter(([code]) => isShown(column, code))
        .sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1))
        .slice(0, MOST)
        .map(([code, count]) => ({ code, name: nameOf(column, code, shown.language), count })),
    ]),
  )
}
