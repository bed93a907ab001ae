import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { CitySizes } from '@renshu/server'
import type { Answer, Ready } from './child.ts'

export interface HiringServer extends Ready {
  end: () => Promise<void>
}

/** Starts the server with a made-up city of these sizes, or with the one that is there. */
export async function startHiringServer(
  settings: Record<string, string>,
  sizes: Partial<CitySizes>,
): Promise<HiringServer> {
  const child = fork(new URL('child.ts', import.meta.url), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, LOG_LEVEL: 'error', ...settings, BENCH_SIZES: JSON.stringify(sizes) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  const ended = gone.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)))
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer]
  if (answer.kind === 'failed') throw new Error(answer.message)
  return {
    ...answer.ready,
    async end() {
      child.send({ kind: 'end' })
      await gone
    },
  }
}
