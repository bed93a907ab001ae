import type { MatchEngine, Merge, MergeOrder, SegmentState } from '@renshu/match'
import type { Worker } from 'node:worker_threads'
import { setImmediate as breathe } from 'node:timers/promises'
import { startWorker } from '../start-worker.ts'
import { MergeFailed } from './errors.ts'

type Side = Merge['side']
/** What goes to the thread and what comes back. */
export type Task = { number: number; order: MergeOrder }
export type Outcome = { number: number } & ({ merged: SegmentState } | { failed: Error })

/** What a merge took of this thread at a stretch, in milliseconds; everything else happened elsewhere. */
export type Merged = { beginMs: number; endMs: number }

type Awaited = { resolve: (merged: SegmentState) => void; reject: (cause: Error) => void }

/** Withdrawals replayed at a stretch when a merge ends: well below a millisecond. */
const REPLAYED_AT_ONCE = 256

const ENTRY = new URL('./worker.ts', import.meta.url)

/** A thread of its own for merges; it does not keep the process alive while it has nothing to do. */
export const openMerger = (): Merger => new Merger(ENTRY)

/** Carries out merges in a background thread, one after another, for any number of engines. */
export class Merger {
  readonly #entry: URL
  readonly #underWay = new WeakMap<MatchEngine, Map<Side, Promise<Merged>>>()
  readonly #awaited = new Map<number, Awaited>()
  #worker: Worker | undefined
  #isClosed = false
  #tasks = 0

  /** @param entry what the thread runs: see `worker.ts` */
  constructor(entry: URL) {
    this.#entry = entry
    this.#start()
  }

  /**
   * Merges all that one side of an engine of this thread holds, while it answers and takes updates. Who asks for a merge
   * of a side that is being merged gets that one.
   *
   * @throws MergeFailed when the thread dies, memory is missing, somebody else merges that side or the merger is closed;
   * the next merge starts a new thread
   */
  mergeInBackground(engine: MatchEngine, side: Side): Promise<Merged> {
    const sides = this.#underWay.get(engine) ?? new Map<Side, Promise<Merged>>()
    this.#underWay.set(engine, sides)
    const underWay = sides.get(side)
    if (underWay) return underWay
    const merge = this.#merge(engine, side).finally(() => sides.delete(side))
    sides.set(side, merge)
    return merge
  }

  /** Ends the thread; merges under way fail. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  async #merge(engine: MatchEngine, side: Side): Promise<Merged> {
    let merge: Merge | undefined
    try {
      if (this.#isClosed) throw new Error('the merger is closed')
      const begun = performance.now()
      merge = engine.beginMerge(side)
      const outcome = this.#carryOut(merge.order)
      const beginMs = performance.now() - begun
      return { beginMs, endMs: await endInSteps(engine, merge, await outcome) }
    } catch (cause) {
      if (merge) engine.giveUpMerge(merge)
      throw new MergeFailed(side, cause as Error)
    }
  }

  #carryOut(order: MergeOrder): Promise<SegmentState> {
    const worker = this.#worker ?? this.#start()
    const number = this.#tasks++
    worker.postMessage({ number, order } satisfies Task, [])
    worker.ref()
    return new Promise((resolve, reject) => this.#awaited.set(number, { resolve, reject }))
  }

  #start(): Worker {
    const worker = startWorker(this.#entry)
    let cause: Error | undefined
    worker.unref()
    worker.on('message', (outcome: Outcome) => this.#settle(outcome))
    worker.on('error', (error) => (cause = error))
    worker.on('exit', (code) => this.#fail(cause ?? new Error(`the thread ended with ${code}`)))
    this.#worker = worker
    return worker
  }

  #settle(outcome: Outcome): void {
    const { resolve, reject } = this.#awaited.get(outcome.number)!
    this.#awaited.delete(outcome.number)
    if (this.#awaited.size === 0) this.#worker?.unref()
    if ('merged' in outcome) resolve(outcome.merged)
    else reject(outcome.failed)
  }

  #fail(cause: Error): void {
    this.#worker = undefined
    for (const { reject } of this.#awaited.values()) reject(cause)
    this.#awaited.clear()
  }
}

/** @returns the longest step, ms */
async function endInSteps(engine: MatchEngine, merge: Merge, merged: SegmentState): Promise<number> {
  for (let longest = 0; ; await breathe()) {
    const begun = performance.now()
    const hasEnded = engine.endMerge(merge, merged, REPLAYED_AT_ONCE)
    longest = Math.max(longest, performance.now() - begun)
    if (hasEnded) return longest
  }
}
