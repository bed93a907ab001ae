import { type Job, MatchEngine, type Talent } from '@renshu/match'
import { parentPort } from 'node:worker_threads'
import type { Built, Message } from './build.ts'

const jobs: Job[] = []
const talents: Talent[] = []

parentPort!.on('message', (message: Message) => {
  if ('asOf' in message) parentPort!.postMessage(build(message.asOf), [])
  else if ('jobs' in message) jobs.push(...message.jobs)
  else talents.push(...message.talents)
})

function build(asOf: string): Built {
  try {
    return { state: MatchEngine.build({ jobs, talents, asOf }).state }
  } catch (error) {
    return { failed: error as Error }
  }
}
