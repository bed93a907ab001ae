/** Callers of a day that have to ask for the same before it is counted at all. */
const FEWEST_CALLERS = 3
const MOST_TEXTS = 20_000
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

interface Tally {
  callers: Set<string>
  times: number
  found: number
}

/** One spelling of what differs by case and blanks. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')

/**
 * What is searched for on one day, without persons: who asked is known here only until three different callers have
 * asked for the same words, and what fewer asked for is never written down.
 */
export class AskedTally {
  #day = ''
  readonly #tallies = new Map<string, Tally>()

  add(day: string, typed: string, caller: string, found: number): void {
    const text = normal(typed)
    if (text === '' || text.length > LONGEST || PERSONAL.test(text)) return
    if (day !== this.#day) this.#begin(day)
    let tally = this.#tallies.get(text)
    if (!tally) {
      if (this.#tallies.size >= MOST_TEXTS) return
      tally = { callers: new Set(), times: 0, found }
      this.#tallies.set(text, tally)
    }
    if (tally.callers.size < FEWEST_CALLERS) tally.callers.add(caller)
    tally.times++
    tally.found = found
  }

  /** What may be written down and has not been taken yet. */
  take(): Asked[] {
    const taken: Asked[] = []
    for (const [text, tally] of this.#tallies) {
      if (tally.callers.size < FEWEST_CALLERS || tally.times === 0) continue
      taken.push({ text, day: this.#day, times: tally.times, found: tally.found })
      tally.times = 0
    }
    return taken
  }

  #begin(day: string): void {
    this.#day = day
    this.#tallies.clear()
  }
}
