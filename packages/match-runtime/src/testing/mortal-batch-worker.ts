/** Dies of a chunk as often as the process says, and answers all others. */
import { existsSync, writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

const { DEADLY_CHUNK, DEATHS, FOLDER } = process.env
const listen = parentPort!.on.bind(parentPort!)
type Listener = (task: { chunk: number }) => void

function die({ chunk }: { chunk: number }): void {
  if (String(chunk) !== DEADLY_CHUNK) return
  for (let death = 0; death < Number(DEATHS); death++) {
    const trace = `${FOLDER}/${death}`
    if (existsSync(trace)) continue
    writeFileSync(trace, '')
    process.exit(3)
  }
}

// Before the thread's own listener, which would answer first.
parentPort!.on = ((event: 'message', answer: Listener) =>
  listen(event, (task: { chunk: number }) => {
    die(task)
    answer(task)
  })) as typeof listen
await import('../batch/worker.ts')
