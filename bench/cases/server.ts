import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { CitySizes } from '@renshu/server'
import type { Answers, Question } from './child.ts'

type Asked = Exclude<Question, { kind: 'end' }>
type Said = { is: Answers[keyof Answers] } | { failed: string }

export interface CasesServer {
  address: string
  tokens: Answers['ready']['tokens']
  ask: <Q extends Asked>(question: Q) => Promise<Answers[Q['kind']]>
  end: () => Promise<void>
}

/** Starts the server in a process of its own, with a made-up city of these sizes. */
export async function startCasesServer(
  settings: Record<string, string>,
  sizes: Partial<CitySizes>,
): Promise<CasesServer> {
  const child = fork(new URL('child.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, LOG_LEVEL: 'error', ...settings, BENCH_SIZES: JSON.stringify(sizes) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  const ended = gone.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)))
  ended.catch(() => {})
  const said = async (): Promise<Answers[keyof Answers]> => {
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Said]
    if ('failed' in answer) throw new Error(answer.failed)
    return answer.is
  }
  const ready = (await said()) as Answers['ready']
  return {
    ...ready,
    async ask<Q extends Asked>(question: Q) {
      child.send(question)
      return (await said()) as Answers[Q['kind']]
    },
    async end() {
      child.send({ kind: 'end' } satisfies Question)
      await gone
    },
  }
}
