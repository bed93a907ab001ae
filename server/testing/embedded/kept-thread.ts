import { parentPort, workerData } from 'node:worker_threads'
import { answerCall, createPglite } from '../../src/platform/database/pglite-answers.ts'
import type { PgliteCall, PgliteOpening } from '../../src/platform/database/pglite-calls.ts'
import { keepState } from './state.ts'

/** What is asked of a kept database besides: to be again as it was opened. */
export type KeptCall = PgliteCall | { id: number; kind: 'putBack' }

const pg = await createPglite(workerData as PgliteOpening)
// What is loaded on first use is loaded before the state is kept.
await pg.exec('do $$ begin perform 1; end $$; begin; rollback')
const putBack = keepState(pg)

async function answer(call: KeptCall): Promise<object> {
  if (call.kind !== 'putBack') return answerCall(pg, call)
  // Also in the eyes of PGlite no transaction is open.
  await pg.exec('rollback')
  putBack()
  return { id: call.id, rows: [], affected: 0 }
}

parentPort!.on('message', async (call: KeptCall) => {
  try {
    parentPort!.postMessage(await answer(call))
  } catch (error) {
    parentPort!.postMessage({ id: call.id, error: { message: String(error) } })
  }
})
parentPort!.postMessage({ id: 0, rows: [], affected: 0 })
