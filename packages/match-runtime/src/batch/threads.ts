import { type MatchEngine, MOST_THREADS } from '@renshu/match'
import { availableParallelism } from 'node:os'
import { InvalidBatch } from './errors.ts'

const taken = new WeakMap<MatchEngine, Set<number>>()
/** The thread that owns the engine is 0. */
const MOST = MOST_THREADS - 1

/** @param wanted as many as the machine runs at once when left out. @throws InvalidBatch */
export function checkThreads(wanted = Math.min(MOST, availableParallelism())): number {
  if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > MOST) throw new InvalidBatch('threads', wanted)
  return wanted
}

/**
 * Numbers for threads that work on an engine's memory at the same time; each has scratch of its own there. Batches that
 * run at once share what there is.
 *
 * @throws InvalidBatch when none is left
 */
export function takeThreads(engine: MatchEngine, wanted: number): number[] {
  const inUse = taken.get(engine) ?? new Set()
  taken.set(engine, inUse)
  const free = Array.from({ length: MOST }, (_, i) => i + 1).filter((thread) => !inUse.has(thread))
  if (free.length === 0) throw new InvalidBatch('threads', wanted, 'are all in use by other batches')
  const threads = free.slice(0, wanted)
  for (const thread of threads) inUse.add(thread)
  return threads
}

export function giveThreadsBack(engine: MatchEngine, threads: readonly number[]): void {
  for (const thread of threads) taken.get(engine)?.delete(thread)
}
