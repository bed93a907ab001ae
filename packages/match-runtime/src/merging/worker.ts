import { type MergeOrder, mergeSegments } from '@renshu/match'
import { parentPort } from 'node:worker_threads'
import type { Task, Outcome } from './merger.ts'

parentPort!.on('message', ({ number, order }: Task) => {
  parentPort!.postMessage(carryOut(number, order), [])
})

function carryOut(number: number, order: MergeOrder): Outcome {
  try {
    return { number, merged: mergeSegments(order) }
  } catch (error) {
    return { number, failed: error as Error }
  }
}
