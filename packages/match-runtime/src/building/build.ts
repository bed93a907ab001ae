import { type EngineState, type Job, MatchEngine, type Talent } from '@renshu/match'
import { setImmediate as breathe } from 'node:timers/promises'
import { startWorker } from '../start-worker.ts'

/** Records in parts, then the day on which the match is made; and what comes back. */
export type Message = { jobs: readonly Job[] } | { talents: readonly Talent[] } | { asOf: string }
export type Built = { state: EngineState } | { failed: Error }

type BuildInput = {
  jobs: Iterable<Job>
  talents: Iterable<Talent>
  /** The day on which the match is made, ISO date. */
  asOf: string
}

const ENTRY = new URL('./worker.ts', import.meta.url)
/** Records of one message: handing them over takes about a millisecond of this thread. */
const IN_A_PART = 100

/**
 * Builds an engine of the usual settings in a thread of its own, so that whoever is answered by this one waits for
 * nobody. The engine is then of this thread.
 *
 * @throws what `MatchEngine.build` throws, as an Error of the same name and message; Error where the thread dies
 */
export async function buildInBackground({ jobs, talents, asOf }: BuildInput): Promise<MatchEngine> {
  const worker = startWorker(ENTRY)
  const send = (message: Message) => worker.postMessage(message, [])
  const built = new Promise<Built>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)))
  })
  // It may die before anybody waits for what it builds.
  built.catch(() => {})
  try {
    for (const part of partsOf(jobs)) {
      send({ jobs: part })
      await breathe()
    }
    for (const part of partsOf(talents)) {
      send({ talents: part })
      await breathe()
    }
    send({ asOf })
    const outcome = await built
    if ('failed' in outcome) throw outcome.failed
    return MatchEngine.open(outcome.state)
  } finally {
    await worker.terminate()
  }
}

function* partsOf<T>(records: Iterable<T>): Generator<T[]> {
  let part: T[] = []
  for (const record of records) {
    part.push(record)
    if (part.length < IN_A_PART) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
