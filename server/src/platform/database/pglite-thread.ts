import { parentPort, workerData } from 'node:worker_threads'
import { answerCall, createPglite } from './pglite-answers.ts'
import type { PgliteCall, PgliteOpening } from './pglite-calls.ts'

// The embedded database blocks its thread while it works, so it has one of its own.
const pg = await createPglite(workerData as PgliteOpening)

parentPort!.on('message', async (call: PgliteCall) => parentPort!.postMessage(await answerCall(pg, call)))
parentPort!.postMessage({ id: 0, rows: [], affected: 0 })
