import { DayTally } from './day-tally.ts'
import type { AskedFilter } from './filters.ts'

const LONGEST = 20
/** A number of seven digits or an address may be somebody's. */
const PERSONAL = /\d{7}|@/

/** How often words were asked for, and how many postings the last answer held. */
export interface Asked {
  text: string
  day: string
  times: number
  found: number
}

/** How often a filter was asked for, and how often little was found then. */
export interface AskedFilterCount extends AskedFilter {
  day: string
  times: number
  little: number
}

/** One search as it is counted. */
export interface Search {
  words: string | undefined
  filters: readonly AskedFilter[]
  found: number
  isLittle: boolean
}

interface By {
  day: string
  caller: string
  /** Different callers of a day that have to ask for the same before it is counted at all. */
  fewest: number
}

/** One spelling of what differs by case and blanks. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')

/** What is searched for on one day, without persons: words, and the filters of searches that found little. */
export class AskedTally {
  readonly #words = new DayTally({ times: 0, found: 0 })
  readonly #filters = new DayTally({ times: 0, little: 0 })

  add({ words = '', filters, found, isLittle }: Search, { day, caller, fewest }: By): void {
    const text = normal(words)
    if (text !== '' && text.length <= LONGEST && !PERSONAL.test(text))
      this.#words.add(day, text, caller, fewest, (counted) => {
        counted.times++
        counted.found = found
      })
    // Only those count towards being enough who searched in vain.
    for (const { kind, code } of filters)
      this.#filters.add(day, `${kind} ${code}`, isLittle ? caller : undefined, fewest, (counted) => {
        counted.times++
        if (isLittle) counted.little++
      })
  }

  /** What may be written down and has not been taken yet. */
  take(fewest: number): { words: Asked[]; filters: AskedFilterCount[] } {
    const filters = this.#filters.take(fewest).flatMap(({ key, day, counted }) => {
      const [kind, code] = key.split(' ') as [AskedFilter['kind'], string]
      return { kind, code, day, ...counted }
    })
    return { words: this.#words.take(fewest).map(({ key, day, counted }) => ({ text: key, day, ...counted })), filters }
  }
}
