import type { Worker } from 'node:worker_threads'
import { startWorker } from '../start-worker.ts'
import { BatchFailed } from './errors.ts'
import type { Task } from './plan.ts'
import type { Given, Lines } from './worker.ts'

type Order = { task: Task; deaths: number; resolve: (lines: Lines) => void; reject: (reason: unknown) => void }
/** A thread and what it has been given, in the order in which it answers. */
type Seat = { given: Given; worker: Worker | undefined; orders: Order[] }

/** The chunk a thread works on, and one more, so that it never waits for the next. */
const GIVEN_AT_ONCE = 2

/** The threads of a batch. Whoever is free takes the next chunk; who dies is replaced. */
export class Crew {
  readonly #source: URL
  readonly #seats: Seat[]
  readonly #waiting: Order[] = []
  #isClosed = false

  /** @param source what the threads run: see `worker.ts`. @param given for each thread */
  constructor(source: URL, given: Given[]) {
    this.#source = source
    this.#seats = given.map((given) => ({ given, worker: undefined, orders: [] }))
  }

  /** @throws BatchFailed when two threads died of this chunk */
  answer(task: Task): Promise<Lines> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, deaths: 0, resolve, reject })
      this.#handOut()
    })
  }

  /** Gives all that has not been answered up. */
  abandon(reason: unknown): void {
    const orders = [...this.#waiting.splice(0), ...this.#seats.flatMap(({ orders }) => orders)]
    for (const { reject } of orders) reject(reason)
  }

  /** Ends the threads; what has not been answered never is. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all(this.#seats.map(({ worker }) => worker?.terminate()))
  }

  /** One chunk for everybody before anybody gets a second. */
  #handOut(): void {
    for (let load = 0; load < GIVEN_AT_ONCE; load++)
      for (const seat of this.#seats) {
        const order = seat.orders.length === load ? this.#waiting.shift() : undefined
        if (order) this.#give(seat, order)
      }
  }

  #give(seat: Seat, order: Order): void {
    seat.worker ??= this.#start(seat)
    seat.orders.push(order)
    seat.worker.postMessage(order.task, [])
  }

  #start(seat: Seat): Worker {
    const worker = startWorker(this.#source, seat.given)
    let cause: Error | undefined
    worker.on('message', (lines: Lines) => {
      seat.orders.shift()!.resolve(lines)
      this.#handOut()
    })
    worker.on('error', (error) => (cause = error))
    worker.on('exit', (code) => this.#replace(seat, cause ?? new Error(`the thread ended with ${code}`)))
    return worker
  }

  /** The chunk that the thread was at is given once more; those it had not begun are not to blame. */
  #replace(seat: Seat, cause: Error): void {
    if (this.#isClosed) return
    const [fatal, ...others] = seat.orders
    seat.worker = undefined
    seat.orders = []
    this.#waiting.unshift(...others)
    if (fatal && ++fatal.deaths > 1) fatal.reject(new BatchFailed(fatal.task.chunk, cause))
    else if (fatal) this.#waiting.unshift(fatal)
    this.#handOut()
  }
}
