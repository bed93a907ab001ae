import { certificate, type EducationLevel, EDUCATION_LEVELS, educationName } from '@renshu/codes'
import type { Facet, TalentsQuery } from '@renshu/contracts'
import type { Answer, Column } from '@renshu/search'
import type { Language } from '../../../platform/http/index.ts'
import { facetOf, isShownOccupation, occupationName } from '../../../platform/places/facets.ts'
import { educatedAtLeast } from './question.ts'

/** The columns that a page of people counts. A place is left out: who would go anywhere stands in none. */
export const FACETS: readonly Column[] = ['occupation', 'education', 'certificate']

/** Everybody has one education at most, so those who have at least a level add up. */
const atLeast = (counts: ReadonlyMap<string, number>): [EducationLevel, number][] =>
  EDUCATION_LEVELS.map((level) => [
    level,
    educatedAtLeast(level).reduce((sum, code) => sum + (counts.get(code) ?? 0), 0),
  ])

/** Values of the filters with how many people each would leave of those whom the employer may see. */
export function facetsOf(
  counted: Answer['facets'],
  { occupation }: Pick<TalentsQuery, 'occupation'>,
  language: Language,
): Record<string, Facet[]> {
  const countsOf = (column: Column): ReadonlyMap<string, number> => counted.get(column) ?? new Map()
  return {
    occupation: facetOf(countsOf('occupation'), (code) => isShownOccupation(code, occupation), occupationName),
    education: facetOf(
      atLeast(countsOf('education')),
      () => true,
      (code) => educationName(code as EducationLevel, language),
    ),
    certificate: facetOf(
      countsOf('certificate'),
      () => true,
      (code) => certificate(code)?.name ?? code,
    ),
  }
}
