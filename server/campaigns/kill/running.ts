import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, clientOf, ProblemError, type RouteTable } from '@renshu/contracts'
import { configOf } from '../../src/platform/config.ts'
import { openServices, type Opened } from '../../src/services.ts'

export const CITY = '370200'
/** Milliseconds in which a server has to come up, and to answer for the first time. */
export const PATIENCE = 120_000
const BIN = join(import.meta.dirname, '../../../cli/bin/renshu.js')

/** Where the server keeps its data: a folder, or a database server beside it. */
export type Settings = Record<string, string>

export const settingsIn = (folder: string, url?: string): Settings => ({
  DATA_DIR: folder,
  PORT: '0',
  LOG_LEVEL: 'silent',
  DEVELOPMENT: 'true',
  DATABASE_URL: url ?? '',
})

/** Work on the data while no server runs. */
export async function within<T>(settings: Settings, work: (services: Opened['services']) => Promise<T>): Promise<T> {
  const opened = await openServices(configOf(settings))
  try {
    return await work(opened.services)
  } finally {
    await opened.close()
  }
}

export interface Running {
  child: ChildProcess
  address: string
}

export async function started(settings: Settings): Promise<Running | undefined> {
  const child = spawn(process.execPath, [BIN, 'start', '--no-demo'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...settings },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const until = Date.now() + PATIENCE
  while (child.exitCode === null && Date.now() < until) {
    const address = /http:\S+?:\d+/.exec(said)?.[0]
    if (address) return { child, address }
    await sleep(20)
  }
  process.stderr.write(said)
  child.kill('SIGKILL')
  return undefined
}

let keys = 0

/** A client of somebody's session; each write has a key of its own. */
export const clientFor = <T extends RouteTable>(table: T, { address }: Running, token: string): Client<T> =>
  clientOf(table, {
    origin: address,
    send: (request) => fetch(request),
    newKey: () => `kill-${++keys}-${token.slice(0, 8)}`,
    headers: () => ({ authorization: `Bearer ${token}` }),
  })

/**
 * False where the server is gone, which is what the campaign wants, or has refused for one of the reasons that are
 * meant to come up. Any other refusal is a mistake of the campaign, and thrown.
 */
export function isMeant(error: unknown, ...codes: readonly string[]): boolean {
  if (!(error instanceof ProblemError) || error.problem.status >= 500) return true
  if (codes.includes(error.problem.code)) return true
  throw error
}
