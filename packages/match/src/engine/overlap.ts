import type { Bag } from '../bag.ts'
import type { Corpus } from '../corpus.ts'
import type { Settings } from '../settings.ts'
import type { Job, Talent } from '../types.ts'
import { type Columns, Lexicon, layOut } from './columns.ts'

export type OverlapSide = { jobs: Columns; talents: Columns; size: number }

export function layOutBag(bag: Bag, jobs: readonly Job[], talents: readonly Talent[], corpus: Corpus): OverlapSide {
  const lexicon = new Lexicon()
  const jobSide = layOut(jobs, (job) => bag.ofJob(job, corpus), lexicon)
  const talentSide = layOut(talents, (talent) => bag.ofTalent(talent, corpus), lexicon)
  return { jobs: jobSide, talents: talentSide, size: lexicon.size }
}

/** Points of one bag factor for one asker at a time: its masses are spread out by item, each answerer adds up its own. */
export class Overlap {
  readonly #bag: Bag
  readonly #settings: Settings
  readonly #toPoints: (share: number) => number
  readonly #asking: Columns
  readonly #answering: Columns
  readonly #asksForJob: boolean
  readonly #masses: Float64Array
  #asker = -1

  constructor(
    bag: Bag,
    sides: OverlapSide,
    asking: 'jobs' | 'talents',
    settings: Settings,
    toPoints: (share: number) => number,
  ) {
    this.#bag = bag
    this.#settings = settings
    this.#toPoints = toPoints
    this.#asksForJob = asking === 'jobs'
    this.#asking = sides[asking]
    this.#answering = sides[asking === 'jobs' ? 'talents' : 'jobs']
    this.#masses = new Float64Array(sides.size)
  }

  ask(asker: number): void {
    if (this.#asker >= 0) this.#spread(this.#asker, -1)
    this.#asker = asker
    this.#spread(asker, 1)
  }

  #spread(asker: number, sign: 1 | -1): void {
    const { start, items, masses } = this.#asking
    for (let entry = start[asker]!; entry < start[asker + 1]!; entry++)
      this.#masses[items[entry]!]! += sign * masses[entry]!
  }

  points(answerer: number): number {
    const { start, items, masses } = this.#answering
    const [from, to] = [start[answerer]!, start[answerer + 1]!]
    if (from === to || this.#asking.start[this.#asker] === this.#asking.start[this.#asker + 1])
      return this.#toPoints(this.#bag.unknown(this.#settings))
    let gained = 0
    for (let entry = from; entry < to; entry++) gained += this.#masses[items[entry]!]! * masses[entry]!
    const total = this.#asksForJob ? this.#asking.totals[this.#asker]! : this.#answering.totals[answerer]!
    return this.#toPoints(this.#bag.share(gained, total, this.#settings))
  }
}
