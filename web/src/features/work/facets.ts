import type { Facet } from '@renshu/contracts'
import type { Choice } from '../../ui/form/fields/choice-field.tsx'
import { number } from '../../ui/format.ts'

/** Values of filters with how many records each would leave, by the name of the filter. */
export type Facets = Readonly<Record<string, readonly Facet[]>> | null | undefined
type Counts = readonly Facet[] | undefined

/** Choices offered of one filter. */
export const MOST_CHOICES = 14

/** Choices with how many records each would leave, where that is known. */
export const counted = (facet: Counts, choices: readonly Choice[]): Choice[] =>
  choices.map(({ value, label }) => {
    const count = facet?.find(({ code }) => code === value)?.count
    return { value, label: count === undefined ? label : `${label} (${number(count)})` }
  })

/** The values with most records, with their counts; the chosen one stays even where it leaves nothing. */
export const topChoices = (facet: Counts, chosen: string | undefined): Choice[] =>
  [...(facet ?? [])]
    .sort((one, other) => other.count - one.count)
    .filter(({ code, count }, index) => code === chosen || (count > 0 && index < MOST_CHOICES))
    .map(({ code, name, count }): Choice => ({ value: code, label: `${name} (${number(count)})` }))
