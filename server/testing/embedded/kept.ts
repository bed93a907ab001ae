import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type EmbeddedPool, openPglite } from '../../src/platform/database/index.ts'
import type { DatabaseThread } from '../../src/platform/database/pglite.ts'
import type { PgliteAnswer, PgliteCall } from '../../src/platform/database/pglite-calls.ts'
import type { KeptCall } from './kept-thread.ts'

/** Threads whose database was closed and waits, as it was opened, for whoever opens the same archive. */
const idle = new Map<string, Worker[]>()

/** A thread lent to one database: closing the database gives it back instead of ending it. */
class Lent extends EventEmitter implements DatabaseThread {
  readonly #worker: Worker
  readonly #archive: string
  #closed = false

  constructor(archive: string) {
    super()
    this.#archive = archive
    const kept = idle.get(archive)?.pop()
    this.#worker = kept ?? begin(archive)
    this.#worker.on('message', (said: PgliteAnswer) => this.emit('message', said))
    this.#worker.on('error', (error) => this.emit('error', error))
    this.#worker.on('exit', (code) => this.emit('exit', code))
    // It is open already; who listens does so from now on.
    if (kept) queueMicrotask(() => this.emit('message', { id: 0, rows: [], affected: 0 }))
  }

  postMessage(call: PgliteCall): void {
    if (call.kind !== 'close') return this.#tell(call)
    this.#closed = true
    this.emit('message', { id: call.id, rows: [], affected: 0 })
  }

  async terminate(): Promise<number> {
    this.#deafen()
    if (!this.#closed || !(await this.#isPutBack())) return this.#worker.terminate()
    idle.set(this.#archive, [...(idle.get(this.#archive) ?? []), this.#worker])
    return 0
  }

  /** False where it cannot be as it was. */
  async #isPutBack(): Promise<boolean> {
    const heard = new Promise<boolean>((resolve) => {
      this.#worker.once('message', (said: PgliteAnswer) => resolve(!('error' in said)))
      this.#worker.once('error', () => resolve(false))
      this.#worker.once('exit', () => resolve(false))
    })
    this.#tell({ id: 0, kind: 'putBack' })
    const isPutBack = await heard
    this.#deafen()
    return isPutBack
  }

  #deafen(): void {
    for (const event of ['message', 'error', 'exit']) this.#worker.removeAllListeners(event)
  }

  #tell(call: KeptCall): void {
    this.#worker.postMessage(call)
  }
}

function begin(archive: string): Worker {
  const worker = new Worker(new URL('thread-entry.mjs', import.meta.url), {
    workerData: { from: new Uint8Array(readFileSync(archive)) },
    execArgv: [],
  })
  // Ends with the process that runs the tests.
  worker.unref()
  return worker
}

/**
 * An embedded database in memory as an archive holds it. Opening one anew takes two seconds of a processor; one that a
 * test before has closed is put back to its beginning, byte for byte, in a twentieth of that.
 */
export const openKept = (archive: string): Promise<EmbeddedPool> => openPglite({ begin: () => new Lent(archive) })
