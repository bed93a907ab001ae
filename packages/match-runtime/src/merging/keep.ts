import type { MatchEngine } from '@renshu/match'
import { MergeFailed } from './errors.ts'
import type { Merged, Merger } from './merger.ts'

export type KeepOptions = {
  /** Records that may wait on a side before it is merged; a delta holds 16,384. 4,096 when left out. */
  waiting?: number
  /** How often to look, in milliseconds; 100 when left out. */
  everyMs?: number
  onMerged?: (merged: Merged) => void
  /** A merge that failed is tried again once as many records more are waiting. */
  onFailure?: (failure: MergeFailed) => void
}

/**
 * Looks now and then whether a side has enough waiting, and merges it. Stopping waits for merges that are under way.
 */
export function keepMerged(merger: Merger, engine: MatchEngine, options: KeepOptions = {}): () => Promise<void> {
  const { waiting = 4096, everyMs = 100 } = options
  const keepers = (['jobs', 'talents'] as const).map((side) => ({
    side,
    limit: waiting,
    merge: undefined as Promise<void> | undefined,
  }))
  const look = () => {
    for (const keeper of keepers) {
      const { side, limit, merge } = keeper
      if (merge || engine.waiting(side) < limit) continue
      keeper.merge = merger
        .mergeInBackground(engine, side)
        .then((merged) => {
          keeper.limit = waiting
          options.onMerged?.(merged)
        })
        .catch((failure: MergeFailed) => {
          keeper.limit = engine.waiting(side) + waiting
          options.onFailure?.(failure)
        })
        .finally(() => (keeper.merge = undefined))
    }
  }
  const timer = setInterval(look, everyMs).unref()
  return async () => {
    clearInterval(timer)
    await Promise.all(keepers.map(({ merge }) => merge))
  }
}
