import type { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import { emptyCluster, layCluster } from './cluster/empty-cluster.ts'
import type { Answer, Connection, Pool } from './connection.ts'
import type { PgliteAnswer, PgliteCall, PgliteOpening } from './pglite-calls.ts'

export interface PgliteOptions extends PgliteOpening {
  /** A statement past this many milliseconds ends the thread, which is opened again: PGlite ignores statement_timeout. */
  statementTimeout?: number
  /** Begins the thread of a database; absent: a new one. */
  begin?: (opening: PgliteOpening) => DatabaseThread
}

/** What is asked of a thread that holds a database, a `Worker` among others. */
export interface DatabaseThread extends EventEmitter {
  postMessage: (call: PgliteCall) => void
  terminate: () => Promise<number>
}

/** The embedded database as a pool of one connection. */
export interface EmbeddedPool extends Pool {
  /** Everything as one archive, which `from` takes. */
  dump: () => Promise<Uint8Array<ArrayBuffer>>
}

type Said = Extract<PgliteAnswer, { rows: unknown }> & { dump?: Uint8Array<ArrayBuffer> }
type Pending = { resolve: (answer: Said) => void; reject: (error: Error) => void; timer?: NodeJS.Timeout }
type Request = PgliteCall extends infer C ? (C extends PgliteCall ? Omit<C, 'id'> : never) : never

/** The same code as PostgreSQL's for a cancelled statement. */
const lost = (message: string): Error => Object.assign(new Error(message), { code: '57014' })

/** A new thread, which opens what lies ready instead of making it anew. */
function beginThread({ folder, from }: PgliteOpening): DatabaseThread {
  if (folder && !from) layCluster(folder)
  const workerData: PgliteOpening = folder ? { folder, ...(from && { from }) } : { from: from ?? emptyCluster() }
  return new Worker(new URL('thread-entry.mjs', import.meta.url), { workerData, execArgv: [] })
}

/** The thread that holds the database. When it dies, whoever waits is told. */
class Thread {
  readonly #worker: DatabaseThread
  readonly #pending = new Map<number, Pending>()
  readonly #timeout: number
  #last = 0
  /** Settles when the database is open. */
  readonly ready: Promise<unknown>
  alive = true

  constructor(worker: DatabaseThread, timeout: number) {
    this.#timeout = timeout
    this.#worker = worker
    this.#worker.on('message', (answer: PgliteAnswer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(lost('the embedded database has ended')))
    this.ready = new Promise<Said>((resolve, reject) => this.#pending.set(0, { resolve, reject }))
    this.ready.catch(() => {})
  }

  ask(request: Request): Promise<Said> {
    if (!this.alive) return Promise.reject(lost('the embedded database has ended'))
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      const timed = request.kind === 'query' || request.kind === 'exec'
      const timer = timed ? setTimeout(() => this.terminate('a statement took too long'), this.#timeout) : undefined
      this.#pending.set(id, { resolve, reject, ...(timer && { timer }) })
      this.#worker.postMessage({ id, ...request })
    })
  }

  terminate(reason: string): Promise<number> {
    this.#end(lost(reason))
    return this.#worker.terminate()
  }

  #settle(answer: PgliteAnswer): void {
    const waiting = this.#pending.get(answer.id)
    this.#pending.delete(answer.id)
    clearTimeout(waiting?.timer)
    if ('error' in answer) waiting?.reject(Object.assign(new Error(answer.error.message), answer.error))
    else waiting?.resolve(answer as Said)
  }

  #end(error: Error): void {
    this.alive = false
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#pending.clear()
  }
}

/**
 * Opens PGlite in its own thread. One connection, given out in the order it was asked for; a thread that died is
 * opened again for the next user.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<EmbeddedPool> {
  const { statementTimeout = 30_000, begin = beginThread, ...opening } = options
  let thread = new Thread(begin(opening), statementTimeout)
  await thread.ready
  let tail: Promise<void> = Promise.resolve()
  let closed = false

  const alive = async (): Promise<Thread> => {
    if (closed) throw lost('the embedded database is closed')
    if (!thread.alive) {
      thread = new Thread(begin(opening.folder ? { folder: opening.folder } : opening), statementTimeout)
      await thread.ready
    }
    return thread
  }
  /** Waits for everybody before; the function given back lets the next one in. */
  const lease = async (): Promise<() => void> => {
    let free!: () => void
    const before = tail
    tail = new Promise((resolve) => (free = resolve))
    await before
    return free
  }
  return {
    kind: 'pglite',
    async connect(): Promise<Connection> {
      const free = await lease()
      try {
        return connectionOf(await alive(), free)
      } catch (error) {
        free()
        throw error
      }
    },
    async dump() {
      const free = await lease()
      try {
        return (await (await alive()).ask({ kind: 'dump' })).dump!
      } finally {
        free()
      }
    },
    async close() {
      const free = await lease()
      closed = true
      if (thread.alive) await thread.ask({ kind: 'close' })
      await thread.terminate('closed')
      // Whoever still waits is told.
      free()
    },
  }
}

function connectionOf(thread: Thread, free: () => void): Connection {
  return {
    async query(text, parameters): Promise<Answer> {
      const { rows, affected } = await thread.ask({ kind: 'query', text, parameters })
      return { rows, affected }
    },
    exec: async (text) => void (await thread.ask({ kind: 'exec', text })),
    release: (broken = false) => {
      if (broken) void thread.terminate('a broken connection was given back').then(free)
      else free()
    },
  }
}
