import { platformFailures } from '@renshu/contracts'
import type { City } from '../../city/index.ts'
import type { Database, Tx } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { type Log, outlineOf } from '../log.ts'

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
  name: string
  open: (city: City) => State
  sources: readonly Source<State>[]
}

const BATCH = 1000
/** What other processes wrote is seen this many milliseconds later. */
const POLL = 300
const SOON = 5
const AFTER_FAILURE = 1000

/** One mirror of one city, with how far it has read. */
class Reflection<State> {
  readonly state: State
  isReady = false
  readonly #mirror: Mirror<State>
  readonly #city: string
  readonly #positions: number[]

  constructor(mirror: Mirror<State>, city: City) {
    this.#mirror = mirror
    this.#city = city.code
    this.#positions = mirror.sources.map(() => 0)
    this.state = mirror.open(city)
  }

  /** Reads on until nothing is left. */
  async catchUp(database: Database): Promise<void> {
    for (const [place, source] of this.#mirror.sources.entries())
      for (let read = BATCH; read === BATCH;) read = await this.#step(database, source, place)
    this.isReady = true
  }

  async #step(database: Database, source: Source<State>, place: number): Promise<number> {
    const rows = await database.transaction(
      { kind: 'system', city: this.#city },
      (tx) => source.read(tx, this.#city, this.#positions[place]!, BATCH),
      true,
    )
    source.apply(this.state, rows)
    this.#positions[place] = rows.at(-1)?.changeSeq ?? this.#positions[place]!
    return rows.length
  }
}

/** The mirrors of this process: every one of every city, read on after own commits at once, else every 300 ms. */
export class Mirrors {
  readonly #database: Database
  readonly #log: Log
  readonly #reflections = new Map<Mirror<unknown>, Map<string, Reflection<unknown>>>()
  #timer: NodeJS.Timeout | undefined
  #isDueSoon = false
  #round: Promise<void> = Promise.resolve()
  #stopped = false
  #ignoreCommits = () => {}

  constructor(database: Database, log: Log) {
    this.#database = database
    this.#log = log
  }

  /** Opens every mirror of every city and reads them to the end before it answers. */
  async start(mirrors: readonly Mirror<unknown>[], cities: Iterable<City>): Promise<void> {
    const all = [...cities]
    for (const mirror of mirrors)
      this.#reflections.set(mirror, new Map(all.map((city) => [city.code, new Reflection(mirror, city)])))
    this.#ignoreCommits = this.#database.onCommit(() => {
      // Writes that follow each other closely must not put it off for ever.
      if (!this.#isDueSoon) this.#wait(SOON)
    })
    await this.settle()
    this.#wait(POLL)
  }

  /**
   * What is known of a city; up to date to the last commit of this process within milliseconds.
   * @throws platform.unavailable before everything was read once
   */
  of<State>(mirror: Mirror<State>, city: string): State {
    const reflection = this.#reflections.get(mirror)?.get(city)
    if (!reflection?.isReady) throw new AppError(platformFailures.unavailable)
    return reflection.state as State
  }

  /** Waits until everything committed before the call is reflected. Not inside a transaction. */
  async settle(): Promise<void> {
    const before = this.#round
    this.#round = (async () => {
      await before
      await this.#readOn()
    })()
    await this.#round
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#ignoreCommits()
    clearTimeout(this.#timer)
    await this.#round
  }

  #wait(pause: number): void {
    clearTimeout(this.#timer)
    if (this.#stopped) return
    this.#isDueSoon = pause === SOON
    this.#timer = setTimeout(() => void this.#tick(), pause)
  }

  async #tick(): Promise<void> {
    let pause = POLL
    this.#isDueSoon = false
    try {
      await this.settle()
    } catch (error) {
      this.#log.warn(outlineOf(error), 'mirrors')
      this.#round = Promise.resolve()
      pause = AFTER_FAILURE
    }
    // The embedded database has no other process to hear of.
    if (!this.#isDueSoon && (this.#database.kind === 'postgres' || pause === AFTER_FAILURE)) this.#wait(pause)
  }

  async #readOn(): Promise<void> {
    for (const cities of this.#reflections.values())
      for (const reflection of cities.values()) await reflection.catchUp(this.#database)
  }
}
