import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { PgliteAnswer, PgliteCall, PgliteOpening } from './pglite-calls.ts'

// The embedded database blocks its thread while it works, so it has one of its own.
const PARSERS = { 20: Number, 1082: String, 1700: Number }
const opening = workerData as PgliteOpening
const pg = await PGlite.create({
  ...(opening.folder && { dataDir: opening.folder }),
  ...(opening.from && { loadDataDir: new Blob([opening.from]) }),
  parsers: PARSERS,
})

async function answer(call: PgliteCall): Promise<object> {
  switch (call.kind) {
    case 'query': {
      const { rows, affectedRows } = await pg.query<Record<string, unknown>>(call.text, [...call.parameters])
      return { rows, affected: affectedRows ?? rows.length }
    }
    case 'exec':
      await pg.exec(call.text)
      return { rows: [], affected: 0 }
    case 'dump':
      return { dump: new Uint8Array(await (await pg.dumpDataDir('none')).arrayBuffer()) }
    case 'close':
      await pg.close()
      return { rows: [], affected: 0 }
  }
}

function problemOf(error: unknown): PgliteAnswer extends infer A ? Extract<A, { error: unknown }>['error'] : never {
  const { message, code, constraint, detail } = error as Error & { code?: string; constraint?: string; detail?: string }
  return { message, ...(code && { code }), ...(constraint && { constraint }), ...(detail && { detail }) }
}

parentPort!.on('message', async (call: PgliteCall) => {
  const said = await answer(call).catch((error: unknown) => ({ error: problemOf(error) }))
  parentPort!.postMessage({ id: call.id, ...said })
})
parentPort!.postMessage({ id: 0, rows: [], affected: 0 })
