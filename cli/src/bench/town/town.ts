import type { Job, Talent } from '@renshu/match'
import { makeCity } from '@renshu/synthetic'
import type { BenchPlan } from '../plan.ts'

/** Records of each side that the made-up city can make. */
export const CITY_RECORDS = 10_000_000
const WITHDRAWN = undefined

/** The records of one side by number, made when they are asked for: a million of them are never kept. */
export class Population<R extends Job | Talent> {
  readonly #make: (number: number) => R
  /** Records that are not what the city makes of their number. */
  readonly #changed = new Map<number, R | undefined>()
  /** Numbers lie below it; those of withdrawn records are among them. */
  #size: number

  constructor(make: (number: number) => R, size: number) {
    this.#make = make
    this.#size = size
  }

  get size(): number {
    return this.#size
  }

  /** @throws RangeError when that record is withdrawn */
  record(number: number): R {
    const record = this.#find(number)
    if (!record) throw new RangeError(`record ${number} is withdrawn`)
    return record
  }

  /** All that are not withdrawn, in the order of their numbers. */
  *records(): Generator<R> {
    for (let number = 0; number < this.#size; number++) {
      const record = this.#find(number)
      if (record) yield record
    }
  }

  /** The first number from here on, and round again, that is not withdrawn. */
  liveFrom(number: number): number {
    let live = number
    while (this.#changed.has(live) && this.#changed.get(live) === WITHDRAWN) live = (live + 1) % this.#size
    return live
  }

  /** What stands under a number becomes what the city makes of another, under the same id. */
  change(number: number, source: number): R {
    const record = { ...this.#make(source), id: this.record(number).id }
    this.#changed.set(number, record)
    return record
  }

  /** One more record; a city that has no more changes one instead. */
  add(): R {
    return this.#size < CITY_RECORDS ? this.#make(this.#size++) : this.change(this.liveFrom(0), this.#size - 1)
  }

  /** @returns the id of what is withdrawn */
  withdraw(number: number): string {
    const { id } = this.record(number)
    this.#changed.set(number, WITHDRAWN)
    return id
  }

  #find(number: number): R | undefined {
    return this.#changed.has(number) ? this.#changed.get(number) : this.#make(number)
  }
}

/** The made-up city as far as the bench uses it. */
export type Town = { asOf: string; jobs: Population<Job>; talents: Population<Talent> }

export function openTown({ jobs, talents, seed }: Pick<BenchPlan, 'jobs' | 'talents' | 'seed'>): Town {
  const city = makeCity({ seed })
  return { asOf: city.asOf, jobs: new Population(city.job, jobs), talents: new Population(city.talent, talents) }
}
