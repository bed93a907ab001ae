import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Answer, Question } from './child.ts'

type Ready = Extract<Answer, { kind: 'ready' }>

/** The server in a process of its own. */
export interface BenchServer extends Omit<Ready, 'kind'> {
  ask: (question: Question) => Promise<Answer>
  end: () => Promise<void>
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)))
  const [answer] = (await Promise.race([once(child, 'message'), gone])) as [Answer]
  if (answer.kind === 'failed') throw new Error(answer.message)
  return answer
}

/** Starts the server with a made-up city of its usual size in a folder, or on a database server. */
export async function startBenchServer(settings: Record<string, string>): Promise<BenchServer> {
  const child = fork(new URL('child.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ready = await answerOf(child)
  if (ready.kind !== 'ready') throw new Error('the server did not start')
  return {
    ...ready,
    ask(question) {
      child.send(question)
      return answerOf(child)
    },
    async end() {
      const gone = once(child, 'exit')
      child.send({ kind: 'end' } satisfies Question)
      await gone
    },
  }
}
