/** A thread of its own for one table of postings: it reads a batch when it is asked for one. */
import { parentPort, workerData } from 'node:worker_threads'
import { IntakeError } from '@renshu/intake'
import type { Answer } from './in-thread.ts'
import { type Reading, readRows } from './rows.ts'

const batches = readRows(workerData as Reading)

async function next(): Promise<Answer> {
  try {
    const { done, value } = await batches.next()
    return done ? { end: true } : { batch: value }
  } catch (error) {
    return error instanceof IntakeError ? { problem: error.code } : { failure: String(error) }
  }
}

parentPort!.on('message', () => void next().then((answer) => parentPort!.postMessage(answer)))
