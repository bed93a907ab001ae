import type { Budget, FirmSize, Tally } from '@renshu/contracts'
import type { DecidedRows } from './columns.ts'
import type { Counted } from './subjects.ts'

/** What a simulation has come to. */
export type BudgetResult = NonNullable<Budget['result']>

type Pair = { before: Tally; after: Tally }

const SIZES: readonly FirmSize[] = ['under20', 'under100', 'under500', 'under1000', 'over1000', 'unknown']
const nothing = (): Tally => ({ granted: 0, refused: 0, unknown: 0, sum: 0 })
const pair = (): Pair => ({ before: nothing(), after: nothing() })

/** Counts decided subjects as they come. */
export class Tallies {
  #subjects = 0
  readonly #all = pair()
  readonly #districts = new Map<string | null, Pair>()
  readonly #sizes = new Map<FirmSize, Pair>()
  #gained = 0
  #lost = 0
  #changed = 0

  add(subjects: readonly Counted[], before: DecidedRows, after: DecidedRows): void {
    for (const [row, { district, size, kind }] of subjects.entries()) {
      this.#subjects++
      const cells = [this.#all, cell(this.#districts, district)]
      if (kind === 'organisation') cells.push(cell(this.#sizes, size))
      for (const each of cells) {
        count(each.before, before, row)
        count(each.after, after, row)
      }
      const [was, is] = [before.outcomes[row] === 'granted', after.outcomes[row] === 'granted']
      if (is && !was) this.#gained++
      else if (was && !is) this.#lost++
      else if (was && before.amounts[row] !== after.amounts[row]) this.#changed++
    }
  }

  get seen(): number {
    return this.#subjects
  }

  result(): BudgetResult {
    const districts = [...this.#districts].map(([district, counted]) => ({ district, ...counted }))
    return {
      subjects: this.#subjects,
      ...this.#all,
      gained: this.#gained,
      lost: this.#lost,
      changed: this.#changed,
      districts: districts.toSorted((a, b) => ((a.district ?? '~') < (b.district ?? '~') ? -1 : 1)),
      sizes: SIZES.flatMap((size) => {
        const counted = this.#sizes.get(size)
        return counted ? [{ size, ...counted }] : []
      }),
    }
  }
}

function cell<K>(cells: Map<K, Pair>, key: K): Pair {
  const found = cells.get(key) ?? pair()
  cells.set(key, found)
  return found
}

function count(tally: Tally, { outcomes, amounts }: DecidedRows, row: number): void {
  const outcome = outcomes[row]!
  if (outcome === 'granted') {
    tally.granted++
    tally.sum += amounts[row]!
  } else if (outcome === 'unknown') tally.unknown++
  // Who may not have it because the policy does not hold on this day is refused too.
  else tally.refused++
}
