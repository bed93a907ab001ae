import { Worker } from 'node:worker_threads'
import type { DocumentProblem } from '@renshu/intake/documents'

export interface DocumentTask {
  bytes: Uint8Array
  kind: 'docx' | 'pdf'
}
/** `tooHeavy`: reading took more time or memory than a document may. */
export type DocumentAnswer = { text: string; scanned: boolean } | { problem: DocumentProblem | 'tooHeavy' }

export interface DocumentBounds {
  /** Milliseconds. */
  patience: number
  /** Heap of the thread in megabytes. */
  memory: number
}
const BOUNDS: DocumentBounds = { patience: 30_000, memory: 256 }
/** Documents read at once in one process; others wait. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

const inThread = (task: DocumentTask, { patience, memory }: DocumentBounds): Promise<DocumentAnswer> =>
  new Promise((resolve) => {
    const thread = new Worker(new URL('thread-entry.mjs', import.meta.url), {
      workerData: task,
      execArgv: [],
      // Nothing of the settings, and no way to write what a document says to the log.
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    const end = (answer: DocumentAnswer) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ problem: 'tooHeavy' }), patience)
    thread.once('message', end)
    thread.once('error', () => end({ problem: 'tooHeavy' }))
    thread.once('exit', () => end({ problem: 'broken' }))
  })

/** The text of a document, read in a thread that is ended when it takes too long or too much. Never throws. */
export const readInThread = (task: DocumentTask, bounds = BOUNDS): Promise<DocumentAnswer> =>
  inTurn(() => inThread(task, bounds))
