import type { Database } from '../database/index.ts'
import { type Log, outlineOf } from '../log.ts'
import { deliverAll, type Subscriber } from './outbox.ts'

const POLL = 1000
const SOON = 20

/** Delivers soon after a commit of this process, and every second for commits of others. */
export function startCourier(
  database: Database,
  subscribers: readonly Subscriber[],
  log: Log,
  now: () => Date,
): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let delivering = false

  const wait = (pause: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(run, pause)
  }
  const round = async (): Promise<void> => {
    delivering = true
    const told = await deliverAll(database, subscribers, log, now).catch((error: unknown) => {
      log.warn(outlineOf(error), 'courier')
      return false
    })
    delivering = false
    wait(told ? SOON : POLL)
  }
  function run(): void {
    running = round()
  }
  const ignore = database.onCommit(() => {
    // Its own commits must not wake it for ever.
    if (!delivering) wait(SOON)
  })
  wait(SOON)
  return {
    async stop() {
      stopped = true
      ignore()
      clearTimeout(timer)
      await running
    },
  }
}
