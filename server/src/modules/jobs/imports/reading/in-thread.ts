import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { IntakeError, type IntakeProblem } from '@renshu/intake'
import type { Batch } from '../../../../platform/imports/index.ts'
import { type Reading, type ReadRow, readRows } from './rows.ts'

/** What the thread answers when it is asked for the next batch. */
export type Answer = { batch: Batch<ReadRow> } | { end: true } | { problem: IntakeProblem } | { failure: string }

/** Bytes from which a table is worth a thread, which takes seconds to begin. */
const LARGE = 500_000

/** The same rows, read in a thread of its own, so that this one answers others and writes meanwhile. */
async function* readInThread(reading: Reading): AsyncGenerator<Batch<ReadRow>> {
  const thread = new Worker(new URL('thread-entry.mjs', import.meta.url), {
    workerData: reading,
    execArgv: [],
    // Nothing of the settings, and no way to write what a table says to the log.
    env: {},
    stdout: true,
    stderr: true,
  })
  try {
    for (;;) {
      const answered = once(thread, 'message')
      thread.postMessage('next')
      const [answer] = (await answered) as [Answer]
      if ('end' in answer) return
      if ('problem' in answer) throw new IntakeError(answer.problem, { path: reading.path })
      if ('failure' in answer) throw new Error(answer.failure)
      yield answer.batch
    }
  } finally {
    await thread.terminate()
  }
}

/** The rows of a table in batches, a large one in a thread. @throws IntakeError */
export async function* readTable(reading: Reading, large = LARGE): AsyncGenerator<Batch<ReadRow>> {
  const { size } = await stat(reading.path)
  yield* size < large ? readRows(reading) : readInThread(reading)
}
