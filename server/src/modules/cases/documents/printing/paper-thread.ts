/** A thread that draws papers, so that requests do not wait for fonts. */
import { parentPort } from 'node:worker_threads'
import { drawPaper } from './draw-paper.ts'
import type { Drawn, ToDraw } from './print.ts'

parentPort!.on('message', async ({ id, paper }: ToDraw) => {
  const drawn: Drawn = await drawPaper(paper).then(
    (pdf) => ({ id, pdf }),
    (error: unknown) => ({ id, error: String(error) }),
  )
  parentPort!.postMessage(drawn)
})
