import { divisionPath, EDUCATION_LEVELS, educationRank } from '@renshu/codes'
import { type TalentsQuery, WishField } from '@renshu/contracts'
import { NATIONWIDE } from '@renshu/match'
import type { Filters, Question } from '@renshu/search'
import { coveringCertificates } from '../rules.ts'
import type { Employer } from '../store/search.ts'

/** A place finds who wishes for one in it, and who wishes for one that it lies in: 黄岛 also who would go anywhere. */
const placeIn = (place: string): Filters =>
  place === NATIONWIDE
    ? {}
    : {
        codes: { place: [place] },
        spots: [NATIONWIDE, ...divisionPath(place).flatMap(({ code }) => (code === place ? [] : code))],
      }

/** Levels that are at least this one. */
export const educatedAtLeast = (education: NonNullable<TalentsQuery['education']>): string[] =>
  EDUCATION_LEVELS.filter((level) => educationRank(level) >= educationRank(education))

function filtersOf(asked: TalentsQuery, { plainName }: Employer): Filters {
  const { occupation, place, education, pay, certificate } = asked
  const wide = place === undefined ? {} : placeIn(place)
  return {
    ...wide,
    codes: {
      ...wide.codes,
      ...(occupation !== undefined && { occupation: [occupation] }),
      ...(education !== undefined && { education: educatedAtLeast(education) }),
      ...(certificate !== undefined && { certificate: coveringCertificates(certificate) }),
    },
    // Whom somebody refuses to work for does not find him.
    none: { refuses: [plainName] },
    ...(pay !== undefined && { most: pay }),
  }
}

/** Words that ask for something; marks alone find nobody. */
export const saysNothing = (q: string): boolean => q !== '' && !/[\p{L}\p{N}]/u.test(q)

/**
 * What an employer asks for. Its words are not understood as pay or benefits, which mean the other side's wishes here;
 * each of them has to be found.
 */
export const questionOf = (asked: TalentsQuery, employer: Employer): Omit<Question, 'after'> => ({
  text: asked.q ?? '',
  verbatim: WishField.options,
  whole: true,
  filters: filtersOf(asked, employer),
  sort: asked.sort ?? (asked.q ? 'best' : 'newest'),
  on: employer.on,
  limit: asked.limit,
})
