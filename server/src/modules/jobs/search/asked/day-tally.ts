const MOST_KEYS = 20_000

interface Tally<C> {
  callers: Set<string>
  counted: C
  isNew: boolean
}

/**
 * What is counted on one day, without persons: who asked is known here only until enough different callers have asked
 * for the same, and what fewer asked for is never given out.
 */
export class DayTally<C extends object> {
  #day = ''
  readonly #tallies = new Map<string, Tally<C>>()
  readonly #none: C

  /** @param none what is counted of something before it was asked for */
  constructor(none: C) {
    this.#none = none
  }

  /**
   * @param caller who counts towards being enough; undefined: this asking does not
   * @param fewest different callers that are enough
   */
  add(day: string, key: string, caller: string | undefined, fewest: number, count: (counted: C) => void): void {
    if (day !== this.#day) this.#begin(day)
    let tally = this.#tallies.get(key)
    if (!tally) {
      if (this.#tallies.size >= MOST_KEYS) return
      tally = { callers: new Set(), counted: { ...this.#none }, isNew: true }
      this.#tallies.set(key, tally)
    }
    if (caller !== undefined && tally.callers.size < fewest) tally.callers.add(caller)
    count(tally.counted)
    tally.isNew = true
  }

  /** What enough callers asked for and has not been taken yet. */
  take(fewest: number): { key: string; day: string; counted: C }[] {
    return [...this.#tallies].flatMap(([key, tally]) => {
      if (tally.callers.size < fewest || !tally.isNew) return []
      const { counted } = tally
      tally.counted = { ...this.#none }
      tally.isNew = false
      return { key, day: this.#day, counted }
    })
  }

  #begin(day: string): void {
    this.#day = day
    this.#tallies.clear()
  }
}
