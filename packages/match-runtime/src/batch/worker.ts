import { type EngineState, MatchEngine, type TitleComparer, UnknownId } from '@renshu/match'
import { parentPort, workerData } from 'node:worker_threads'
import { lineOf } from './lines.ts'
import type { Side, Task } from './plan.ts'

/** What a thread of a batch is given. */
export type Given = { state: EngineState; thread: number; k: number; near: number; titles: string | undefined }
/** What it gives back: records that answered, and their lines. */
export type Lines = { chunk: number; records: number; lines: Uint8Array<ArrayBuffer> }

const { state, thread, k, near, titles } = (workerData as { given: Given }).given
const comparer = titles === undefined ? undefined : ((await import(titles)) as { titles: TitleComparer }).titles
const engine = MatchEngine.open(state, comparer, thread)

parentPort!.on('message', (task: Task) => {
  const answered = answer(task)
  parentPort!.postMessage(answered, [answered.lines.buffer])
})

function answer({ chunk, side, from, to }: Task): Lines {
  let records = 0
  let text = ''
  for (let position = from; position < to; position++) {
    const line = answerOne(side, position)
    text += line
    records += Number(line !== '')
  }
  return { chunk, records, lines: new TextEncoder().encode(text) }
}

/** Nothing for a record that has been withdrawn, be it while it asks. */
function answerOne(side: Side, position: number): string {
  const id = engine.idAt(side, position)
  if (id === undefined) return ''
  try {
    return lineOf(side, id, side === 'jobs' ? engine.talentsForJob(id, k, near) : engine.jobsForTalent(id, k, near))
  } catch (error) {
    if (error instanceof UnknownId) return ''
    throw error
  }
}
