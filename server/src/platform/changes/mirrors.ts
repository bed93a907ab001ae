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
  open: (city: City, now: () => Date) => State
  sources: readonly Source<State>[]
  /** Once, when everything there was has been applied. */
  loaded?(state: State): void
  /** True for a state that no change brings up to date, such as one of yesterday: another is read beside it. */
  isStale?(state: State): boolean
}

const BATCH = 1000
/** What other processes wrote is seen this many milliseconds later. */
const POLL = 300
/** The embedded database has no other process to hear of; only the day changes by itself. */
const POLL_EMBEDDED = 60_000
const SOON = 5
const AFTER_FAILURE = 1000

/** One mirror of one city, with how far it has read. */
class Reflection<State> {
  readonly state: State
  readonly city: City
  isReady = false
  readonly #mirror: Mirror<State>
  readonly #positions: number[]

  constructor(mirror: Mirror<State>, city: City, now: () => Date) {
    this.#mirror = mirror
    this.city = city
    this.#positions = mirror.sources.map(() => 0)
    this.state = mirror.open(city, now)
  }

  /** Reads on until nothing is left. */
  async catchUp(database: Database): Promise<void> {
    for (const [place, source] of this.#mirror.sources.entries())
      for (let read = BATCH; read === BATCH;) read = await this.#step(database, source, place)
    if (this.isReady) return
    this.#mirror.loaded?.(this.state)
    this.isReady = true
  }

  get isStale(): boolean {
    return this.#mirror.isStale?.(this.state) ?? false
  }

  async #step(database: Database, source: Source<State>, place: number): Promise<number> {
    const rows = await database.transaction(
      { kind: 'system', city: this.city.code },
      (tx) => source.read(tx, this.city.code, this.#positions[place]!, BATCH),
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
  readonly #now: () => Date
  readonly #reflections = new Map<Mirror<unknown>, Map<string, Reflection<unknown>>>()
  #timer: NodeJS.Timeout | undefined
  #isDueSoon = false
  #round: Promise<void> = Promise.resolve()
  #stopped = false
  #ignoreCommits = () => {}

  constructor(database: Database, log: Log, now: () => Date) {
    this.#database = database
    this.#log = log
    this.#now = now
  }

  /** Opens every mirror of every city and reads them to the end before it answers. */
  async start(mirrors: readonly Mirror<unknown>[], cities: Iterable<City>): Promise<void> {
    const all = [...cities]
    for (const mirror of mirrors)
      this.#reflections.set(mirror, new Map(all.map((city) => [city.code, new Reflection(mirror, city, this.#now)])))
    this.#ignoreCommits = this.#database.onCommit(() => {
      // Writes that follow each other closely must not put it off for ever.
      if (!this.#isDueSoon) this.#wait(SOON)
    })
    await this.settle()
    this.#wait(this.#poll)
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
    let pause = this.#poll
    this.#isDueSoon = false
    try {
      await this.settle()
    } catch (error) {
      this.#log.warn(outlineOf(error), 'mirrors')
      this.#round = Promise.resolve()
      pause = AFTER_FAILURE
    }
    if (!this.#isDueSoon) this.#wait(pause)
  }

  get #poll(): number {
    return this.#database.kind === 'postgres' ? POLL : POLL_EMBEDDED
  }

  async #readOn(): Promise<void> {
    for (const [mirror, cities] of this.#reflections)
      for (const [code, reflection] of cities) {
        await reflection.catchUp(this.#database)
        if (!reflection.isStale) continue
        const next = new Reflection(mirror, reflection.city, this.#now)
        await next.catchUp(this.#database)
        cities.set(code, next)
      }
  }
}
