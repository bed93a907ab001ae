import { occupation } from '@renshu/codes'
import type { Facet } from '@renshu/contracts'

/** Values shown of one filter. */
const MOST = 30
/** Groups of the 大典 that are shown before one is chosen: 中类, `4-02`. */
const FIRST_LEVEL = 2

/** One level below the occupation that is chosen; itself, where nothing is below. */
export function isShownOccupation(code: string, chosen: string | undefined): boolean {
  const level = code.split('-').length
  if (chosen === undefined) return level === FIRST_LEVEL
  return code === chosen || (code.startsWith(`${chosen}-`) && level === chosen.split('-').length + 1)
}

export const occupationName = (code: string): string => occupation(code)?.name ?? code

/** Values of one filter, the most frequent first, with the records each would leave. */
export const facetOf = (
  counts: Iterable<readonly [string, number]>,
  isShown: (code: string) => boolean,
  nameOf: (code: string) => string,
): Facet[] =>
  [...counts]
    .filter(([code, count]) => count > 0 && isShown(code))
    .sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([code, count]) => ({ code, name: nameOf(code), count }))
