import { performance } from 'node:perf_hooks'

/** Adds up the times between start and stop. */
export class Stopwatch {
  #startedAt: number | undefined
  #milliseconds = 0

  start(): void {
    this.#startedAt = performance.now()
  }

  stop(): void {
    if (this.#startedAt !== undefined) this.#milliseconds += performance.now() - this.#startedAt
    this.#startedAt = undefined
  }

  /** Of the times that have ended. */
  get seconds(): number {
    return this.#milliseconds / 1000
  }
}

export function timed<T>(run: () => T): { result: T; milliseconds: number } {
  const startedAt = performance.now()
  const result = run()
  return { result, milliseconds: performance.now() - startedAt }
}
