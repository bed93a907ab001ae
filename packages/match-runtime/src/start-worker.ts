import { Worker } from 'node:worker_threads'

const ENTRY = new URL('./worker-entry.mjs', import.meta.url)

/**
 * A thread that runs a TypeScript source, wherever the process was started and however it runs TypeScript itself.
 *
 * @param given what the source finds as `workerData.given`
 */
export const startWorker = (source: URL, given?: unknown): Worker =>
  new Worker(ENTRY, { execArgv: [], workerData: { entry: source.href, given } })
