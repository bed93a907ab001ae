import type { MatchEngine } from '@renshu/match'
import { type Merger, openMerger } from '@renshu/match-runtime'
import type { Side } from './figures.ts'
import { SIDES } from './questions.ts'

/** Merges a side in the background as soon as much of it waits. */
export class Merging {
  readonly #engine: MatchEngine
  readonly #merger: Merger = openMerger()
  readonly #underWay = new Map<Side, Promise<void>>()
  #failure: unknown
  merges = 0
  /** What a merge took of this thread at most at a stretch, ms. */
  longestBlock = 0

  constructor(engine: MatchEngine) {
    this.#engine = engine
  }

  /** Begins a merge of each side that has so many records waiting and is not being merged. */
  start(waiting: number): void {
    for (const side of SIDES) if (this.#engine.waiting(side) >= waiting) this.#begin(side)
  }

  /** Waits for the merges under way. @throws MergeFailed when one of all that were begun came to nothing */
  async finish(): Promise<void> {
    await Promise.all(this.#underWay.values())
    if (this.#failure) throw this.#failure
  }

  close(): Promise<void> {
    return this.#merger.close()
  }

  #begin(side: Side): void {
    if (this.#underWay.has(side)) return
    const merge = this.#merger
      .mergeInBackground(this.#engine, side)
      .then(({ beginMs, endMs }) => {
        this.merges++
        this.longestBlock = Math.max(this.longestBlock, beginMs, endMs)
      })
      .catch((failure: unknown) => (this.#failure = failure))
      .then(() => void this.#underWay.delete(side))
    this.#underWay.set(side, merge)
  }
}
