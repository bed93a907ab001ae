import { platformFailures } from '@renshu/contracts'
import type { City } from '../../city/index.ts'
import type { Database } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { type Log, outlineOf } from '../log.ts'
import { type Mirror, Reflection } from './reflection.ts'

/** What other processes wrote is seen this many milliseconds later. */
const POLL = 300
/** The embedded database has no other process to hear of; only the day changes by itself. */
const POLL_EMBEDDED = 60_000
const SOON = 5
const AFTER_FAILURE = 1000

/** The mirrors of this process: every one of every city, read on after own commits at once, else every 300 ms. */
export class Mirrors {
  readonly #database: Database
  readonly #log: Log
  readonly #now: () => Date
  readonly #reflections = new Map<Mirror<unknown>, Map<string, Reflection<unknown>>>()
  /** Those that take the place of stale ones once they have read everything, by the one they replace. */
  readonly #renewals = new Map<Reflection<unknown>, Promise<void>>()
  readonly #end = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #isDueSoon = false
  #round: Promise<void> = Promise.resolve()
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
      this.#reflections.set(
        mirror,
        new Map(all.map((city) => [city.code, new Reflection(mirror, city, this.#now, false)])),
      )
    this.#ignoreCommits = this.#database.onCommit(() => {
      // Writes that follow each other closely must not put it off for ever.
      if (!this.#isDueSoon) this.#wait(SOON)
    })
    this.#round = this.#readAll()
    await this.#round
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

  /**
   * Waits until everything committed before the call is reflected, also by those that take the place of stale ones.
   * Not inside a transaction.
   */
  async settle(): Promise<void> {
    await this.#readOn()
    await Promise.all(this.#renewals.values())
  }

  async stop(): Promise<void> {
    this.#end.abort()
    this.#ignoreCommits()
    clearTimeout(this.#timer)
    await Promise.allSettled([this.#round, ...this.#renewals.values()])
  }

  #wait(pause: number): void {
    clearTimeout(this.#timer)
    if (this.#end.signal.aborted) return
    this.#isDueSoon = pause === SOON
    this.#timer = setTimeout(() => void this.#tick(), pause)
  }

  async #tick(): Promise<void> {
    let pause = this.#poll
    this.#isDueSoon = false
    try {
      await this.#readOn()
    } catch (error) {
      this.#log.warn(outlineOf(error), 'mirrors')
      pause = AFTER_FAILURE
    }
    if (!this.#isDueSoon) this.#wait(pause)
  }

  get #poll(): number {
    return this.#database.kind === 'postgres' ? POLL : POLL_EMBEDDED
  }

  /** Runs `work` when the round before has ended, well or not; a round at a time. */
  #inRound(work: () => Promise<void>): Promise<void> {
    this.#round = this.#round.then(work, work)
    // Whoever waits for the round hears of its failure; the next one begins all the same.
    this.#round.catch(() => {})
    return this.#round
  }

  /** All at once: while one is applied, the database reads for another. Ends when every one has. */
  async #readAll(): Promise<void> {
    const all = [...this.#reflections.values()].flatMap((cities) => [...cities.values()])
    const read = await Promise.allSettled(all.map((reflection) => reflection.catchUp(this.#database, this.#end.signal)))
    const failed = read.find(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
  }

  #readOn(): Promise<void> {
    return this.#inRound(async () => {
      await this.#readAll()
      for (const [mirror, cities] of this.#reflections)
        for (const reflection of cities.values())
          if (reflection.isStale && !this.#renewals.has(reflection)) this.#renew(mirror, cities, reflection)
    })
  }

  /** Reads another beside a stale one, which goes on answering and hearing of changes until the other knows as much. */
  #renew(mirror: Mirror<unknown>, cities: Map<string, Reflection<unknown>>, stale: Reflection<unknown>): void {
    const { signal } = this.#end
    const renew = async () => {
      const next = new Reflection(mirror, stale.city, this.#now, true)
      await next.catchUp(this.#database, signal)
      await this.#inRound(async () => {
        await next.catchUp(this.#database, signal)
        if (next.isReady) cities.set(stale.city.code, next)
      })
    }
    const renewal = renew().finally(() => this.#renewals.delete(stale))
    renewal.catch((error: unknown) => {
      this.#log.warn(outlineOf(error), 'mirrors')
      this.#wait(AFTER_FAILURE)
    })
    this.#renewals.set(stale, renewal)
  }
}
