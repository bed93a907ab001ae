import { PGlite } from '@electric-sql/pglite'
import type { PgliteAnswer, PgliteCall, PgliteOpening } from './pglite-calls.ts'

/** The embedded database inside the thread that is its own. */
export const createPglite = ({ folder, from }: PgliteOpening): Promise<PGlite> =>
  PGlite.create({
    ...(folder && { dataDir: folder }),
    ...(from && { loadDataDir: new Blob([from]) }),
    parsers: { 20: Number, 1082: String, 1700: Number },
  })

async function carryOut(pg: PGlite, call: PgliteCall): Promise<object> {
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

/** Does what is asked and says what came of it, a refusal of the database too. */
export async function answerCall(pg: PGlite, call: PgliteCall): Promise<object> {
  const said = await carryOut(pg, call).catch((error: unknown) => ({ error: problemOf(error) }))
  return { id: call.id, ...said }
}
