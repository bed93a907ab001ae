import type { City } from '../../city/index.ts'
import type { Database, Tx } from '../database/index.ts'
import { paced } from '../pace.ts'

/** A record as its stream tells it: in its latest state, under the number of its last change. */
export interface Change {
  changeSeq: number
}

/** One compacted stream and what a state does with it. */
export interface Source<State, Row extends Change = Change> {
  /** Rows after a number, in order, at most `most`. Scope system. */
  read: (tx: Tx, city: string, after: number, most: number) => Promise<readonly Row[]>
  // A method, so that a list may hold sources of several kinds of rows.
  apply(state: State, rows: readonly Row[]): void
}

/** What every process keeps in memory of a city, built from nothing but streams; decision 0011. */
export interface Mirror<State> {
  open: (city: City, now: () => Date) => State
  sources: readonly Source<State>[]
  /**
   * Once, when everything there was has been applied; nothing is applied until it has ended.
   * @param isBeside whether another state answers meanwhile, and must not be held up
   */
  loaded?(state: State, isBeside: boolean): void | Promise<void>
  /** True for a state that no change brings up to date, such as one of yesterday: another is read beside it. */
  isStale?(state: State): boolean
}

/** Rows of one reading: few enough that taking them over from the database holds nobody up. */
const BATCH = 250
/**
 * Readings of one transaction: the batches of a long import hold the embedded database one after the other, and whoever
 * read less between two of them than they write would see ever older postings.
 */
const READINGS = 8
/** Rows applied together, and the milliseconds after which others get their turn. */
const IN_A_ROW = 10
const LONGEST = 5

/** One mirror of one city, with how far it has read. */
export class Reflection<State> {
  readonly state: State
  readonly city: City
  isReady = false
  readonly #mirror: Mirror<State>
  readonly #isBeside: boolean
  readonly #positions: number[]

  /** @param isBeside whether another one answers until this one knows everything */
  constructor(mirror: Mirror<State>, city: City, now: () => Date, isBeside: boolean) {
    this.#mirror = mirror
    this.#isBeside = isBeside
    this.city = city
    this.#positions = mirror.sources.map(() => 0)
    this.state = mirror.open(city, now)
  }

  get isStale(): boolean {
    return this.#mirror.isStale?.(this.state) ?? false
  }

  /** Reads on until nothing is left, with pauses for everybody else; given up early where `signal` says so. */
  async catchUp(database: Database, signal: AbortSignal): Promise<void> {
    for (const [place, source] of this.#mirror.sources.entries())
      while (!signal.aborted && (await this.#step(database, source, place)) === BATCH * READINGS);
    if (this.isReady || signal.aborted) return
    await this.#mirror.loaded?.(this.state, this.#isBeside)
    this.isReady = true
  }

  async #step(database: Database, source: Source<State>, place: number): Promise<number> {
    const rows = await database.transaction(
      { kind: 'system', city: this.city.code },
      (tx) => this.#read(tx, source, this.#positions[place]!),
      true,
    )
    await this.#apply(source, rows)
    this.#positions[place] = rows.at(-1)?.changeSeq ?? this.#positions[place]!
    return rows.length
  }

  async #read(tx: Tx, source: Source<State>, after: number): Promise<readonly Change[]> {
    const rows: Change[] = []
    for (let reading = 0; reading < READINGS; reading++) {
      const more = await source.read(tx, this.city.code, rows.at(-1)?.changeSeq ?? after, BATCH)
      rows.push(...more)
      if (more.length < BATCH) break
    }
    return rows
  }

  /** Each record by itself is whole, so whoever asks between two of them is answered truly. */
  async #apply(source: Source<State>, rows: readonly Change[]): Promise<void> {
    const pace = paced(LONGEST)
    for (let from = 0; from < rows.length; from += IN_A_ROW) {
      source.apply(this.state, rows.slice(from, from + IN_A_ROW))
      await pace()
    }
  }
}
