import { JobsQuery, WishField } from '@renshu/contracts'
import { type Filters, openTo, type Question } from '@renshu/search'

const DAY = 86_400_000
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)

type Filter = Omit<JobsQuery, 'limit' | 'cursor' | 'sort' | 'facets'>

function filtersOf(filter: Filter, today: string): Filters {
  const { place, km, occupation, pay, education, employment, welfare, days, organisation, remote } = filter
  return {
    codes: {
      ...(place !== undefined && km === undefined && { place: [place] }),
      ...(occupation !== undefined && { occupation: [occupation] }),
      ...(education !== undefined && { education: openTo(education) }),
      ...(employment !== undefined && { employment: employment.split(',') }),
      ...(organisation !== undefined && { organisation: [organisation] }),
      ...(remote && { remote: ['remote'] }),
    },
    ...(welfare !== undefined && { every: { welfare: welfare.split(',') } }),
    ...(place !== undefined && km !== undefined && { around: { place, km } }),
    ...(pay !== undefined && { pay }),
    ...(days !== undefined && { since: daysBefore(today, days) }),
  }
}

/** A search as the index is asked it. */
export function questionOf(filter: Filter, today: string): Omit<Question, 'limit'> {
  const verbatim = (filter.verbatim ?? '').split(',').flatMap((field) => WishField.safeParse(field).data ?? [])
  return {
    text: filter.q ?? '',
    verbatim,
    filters: filtersOf(filter, today),
    ...(filter.place !== undefined && { from: filter.place }),
    on: today,
  }
}

/** The search that an address names; undefined where it is none. What turns its pages is left aside. */
export function readAddress(query: string): JobsQuery | undefined {
  const { cursor: _, ...fields } = Object.fromEntries(new URLSearchParams(query))
  return JobsQuery.safeParse(fields).data
}
