import { LEARNED_TITLES, type MatchEngine } from '@renshu/match'
import { Crew } from './crew.ts'
import { InvalidBatch } from './errors.ts'
import { type Plan, type Side, type Wanted, planBatch, taskOf, tokenOf } from './plan.ts'
import { holdStill } from './still.ts'
import { checkThreads, giveThreadsBack, takeThreads } from './threads.ts'
import type { Lines } from './worker.ts'

/** How far a batch is: chunks delivered of all, and records answered since it began or went on. */
export type Progress = { done: number; chunks: number; fraction: number; records: number }

export type CityOptions = Wanted & {
  /** 1–15; as many as the machine runs at once when left out. Fewer are used when other batches hold them. */
  threads?: number
  /** Ends the batch; the iteration then throws the signal's reason, after the threads are gone. */
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  /** A module whose export `titles` is the comparer with which the engine was built, when that is not the learned one. */
  titles?: URL
}

/** Answers of up to 192 records of one side. */
export type CityChunk = {
  /** Over all sides, from 0, without gaps; a batch that goes on begins with a later one. */
  chunk: number
  side: Side
  records: number
  /** One line of JSON for each record, as {@link readLines} reads them. */
  lines: Uint8Array
  /** Goes on behind this chunk as `from`. */
  token: string
}

/** Chunks that are under way or wait for the consumer, for each thread. */
const AHEAD = 4
const SOURCE = new URL('./worker.ts', import.meta.url)

/**
 * Asks for every record of the city and delivers the answers in chunks, always in the same order: side by side, by
 * position. Threads answer in advance, but never more than four chunks each ahead of who takes them. A thread that dies
 * is replaced and its chunk answered again. The threads are gone when the iteration ends, however it ends.
 *
 * The answers are those of the records of the moment in which the iteration begins. Updates may go on: a record that is
 * withdrawn or replaced meanwhile is left out from then on, unless it came after the last merge, and new ones are not
 * seen.
 *
 * @throws InvalidBatch at once. While iterating: BatchFailed; the reason of an abort
 */
export function matchCity(engine: MatchEngine, options: CityOptions): AsyncGenerator<CityChunk, void, undefined> {
  return matchCityIn(SOURCE, engine, options)
}

/** @param source what the threads run */
export function matchCityIn(
  source: URL,
  engine: MatchEngine,
  options: CityOptions,
): AsyncGenerator<CityChunk, void, undefined> {
  const { titles } = options
  const isLearned = engine.scene.titles.similarity === LEARNED_TITLES.similarity
  if (!isLearned && !titles)
    throw new InvalidBatch('titles', titles, 'must name the module of the titles of the engine')
  return run(source, engine, planBatch(engine, options), { ...options, threads: checkThreads(options.threads) })
}

async function* run(source: URL, engine: MatchEngine, plan: Plan, options: CityOptions & { threads: number }) {
  const { threads, signal, onProgress, titles } = options
  signal?.throwIfAborted()
  if (plan.first === plan.chunks) return
  const taken = takeThreads(engine, threads)
  const { k, near } = plan
  const state = holdStill(engine.state)
  const crew = new Crew(
    source,
    taken.map((thread) => ({ state, thread, k, near, titles: titles?.href })),
  )
  const abandon = () => crew.abandon(signal!.reason)
  signal?.addEventListener('abort', abandon)
  try {
    let records = 0
    for await (const { chunk, ...answered } of inOrder(crew, plan, taken.length * AHEAD, signal)) {
      records += answered.records
      const done = chunk + 1
      onProgress?.({ done, chunks: plan.chunks, fraction: done / plan.chunks, records })
      yield { ...answered, chunk, side: taskOf(plan, chunk).side, token: tokenOf(plan, chunk) }
    }
  } finally {
    signal?.removeEventListener('abort', abandon)
    await crew.close()
    giveThreadsBack(engine, taken)
  }
}

/** Keeps so many chunks under way, and gives them by number. */
async function* inOrder(crew: Crew, plan: Plan, ahead: number, signal?: AbortSignal): AsyncGenerator<Lines> {
  const underWay: Promise<Lines>[] = []
  for (let next = plan.first; next < plan.chunks || underWay.length > 0;) {
    signal?.throwIfAborted()
    while (next < plan.chunks && underWay.length < ahead) {
      const answer = crew.answer(taskOf(plan, next++))
      // It is waited for in its turn; until then a failure is no surprise to the process.
      answer.catch(() => {})
      underWay.push(answer)
    }
    yield await underWay.shift()!
  }
}
