import { setImmediate as breathe } from 'node:timers/promises'

/**
 * For long work on this thread: to be awaited between two pieces of it, and lets everybody else run when this many
 * milliseconds have passed since they last could.
 */
export function paced(longest: number): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await breathe()
    since = performance.now()
  }
}
