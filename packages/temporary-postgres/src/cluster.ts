import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findPostgres, type PostgresPrograms } from './programs.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A PostgreSQL server of our own on a loopback port, with its data in a temporary folder. */
export interface Cluster {
  /** Database `postgres`, as superuser, with its password. */
  url: string
  /** A folder that the server can read. */
  folder: string
  /** Ends the server at once, as a crash would. */
  crash: () => Promise<void>
  /** Starts it again after a crash. */
  start: () => Promise<void>
  /** Ends it and removes its data. */
  remove: () => Promise<void>
}

export interface ClusterOptions {
  /** Found on this machine where not given. */
  programs?: PostgresPrograms
  /** Texts are compared by their characters in both. */
  locale?: 'C' | 'C.UTF-8'
  /** Settings of postgresql.conf. */
  settings?: Record<string, string | number>
}

/** A program of PostgreSQL is missing, refuses or does not come up; its last words are in the message. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed'
  readonly program: string
  readonly said: string
  constructor(program: string, said: string) {
    super(`${program}: ${said.trim()}`)
    this.program = program
    this.said = said
  }
}

const USER = 'renshu'
const LOCALHOST = '127.0.0.1'
const BETWEEN_TRIES_MS = 50
const TRIES = 600

type Owner = { uid?: number; gid?: number }

/** The server refuses to run as root: the user of Debian's package takes its place, or nobody. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return {}
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  )
  const owner = users.get('postgres') ?? users.get('nobody')
  if (!owner) throw new ProgramFailed('PostgreSQL', 'it does not run as root, and there is no user postgres or nobody')
  return owner
}

async function initialise(
  initdb: string,
  folder: string,
  owner: Owner,
  locale: string,
  password: string,
): Promise<string> {
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  await writeFile(secret, password)
  const options = [
    '-D',
    data,
    '-U',
    USER,
    `--locale=${locale}`,
    '-E',
    'UTF8',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
  ]
  await promisify(execFile)(initdb, [...options, '--no-sync'], { ...owner, cwd: folder }).catch((error: Error) => {
    throw new ProgramFailed('initdb', error.message)
  })
  return data
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, LOCALHOST)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Waits until the server takes connections; gives up as soon as it has ended. */
async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let said = ''
  server.stderr!.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)))
  server.on('error', (error) => (said += error.message))
  for (let tries = 0; tries < TRIES && server.exitCode === null && server.pid !== undefined; tries++) {
    if (await answers(url)) return
    await sleep(BETWEEN_TRIES_MS)
  }
  throw new ProgramFailed('postgres', said)
}

/** SIGINT drops connections and writes everything down, SIGQUIT just ends. */
async function end(server: ChildProcess | undefined, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  const isGone = once(server, 'exit')
  server.kill(signal)
  await isGone
}

/**
 * Starts a server that does not outlive this process.
 * @throws ProgramFailed where PostgreSQL is not installed or does not come up; nothing is left behind
 */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const programs = options.programs ?? findPostgres()
  if (!programs) throw new ProgramFailed('PostgreSQL', 'it is not installed (Debian package postgresql-15)')
  const owner = unprivileged()
  let server: ChildProcess | undefined
  const folder = makeTemporaryFolder(owner, () => server?.kill('SIGQUIT'))
  const remove = async () => {
    await end(server, 'SIGINT')
    folder.remove()
  }
  try {
    const password = randomBytes(16).toString('hex')
    const data = await initialise(programs.initdb, folder.path, owner, options.locale ?? 'C.UTF-8', password)
    const port = await freePort()
    const url = `postgres://${USER}:${password}@${LOCALHOST}:${port}/postgres`
    const settings = {
      listen_addresses: LOCALHOST,
      fsync: 'off',
      ...options.settings,
      port,
      unix_socket_directories: folder.path,
    }
    const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const start = async () => {
      server = spawn(programs.postgres, ['-D', data, ...words], {
        ...owner,
        cwd: folder.path,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      await untilReady(server, url)
    }
    await start()
    return { url, folder: folder.path, crash: () => end(server, 'SIGQUIT'), start, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
