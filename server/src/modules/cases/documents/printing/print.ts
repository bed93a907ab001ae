import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Paper } from './paper.ts'

export interface ToDraw {
  id: number
  paper: Paper
}
export type Drawn = { id: number; pdf: Uint8Array } | { id: number; error: string }

interface Waiting {
  resolve: (pdf: Buffer) => void
  reject: (error: Error) => void
}

/** One thread for a process, begun with the first paper; it keeps the fonts and holds nobody from ending. */
let worker: Worker | undefined
const waiting = new Map<number, Waiting>()
let last = 0

function end(error: Error): void {
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

function begin(): Worker {
  const begun = new Worker(join(import.meta.dirname, 'thread-entry.mjs'), { execArgv: [] })
  begun.on('message', (drawn: Drawn) => {
    const asked = waiting.get(drawn.id)
    waiting.delete(drawn.id)
    if (waiting.size === 0) begun.unref()
    if ('pdf' in drawn) asked?.resolve(Buffer.from(drawn.pdf))
    else asked?.reject(new Error(drawn.error))
  })
  begun.on('error', end)
  begun.on('exit', () => {
    if (worker === begun) end(new Error('the thread that draws papers has ended'))
  })
  return begun
}

/** Draws a paper in a thread. @throws Error where it cannot be drawn */
export function print(paper: Paper): Promise<Buffer> {
  worker ??= begin()
  const id = ++last
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker!.ref()
    worker!.postMessage({ id, paper } satisfies ToDraw)
  })
}
