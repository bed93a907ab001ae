import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

/** A PostgreSQL server of our own on a loopback port, with its data in a temporary folder. */
export interface Cluster {
  /** Database `postgres`, as superuser. */
  url: string
  /** Ends the server at once, as a crash would. */
  crash: () => Promise<void>
  /** Starts it again after a crash. */
  start: () => Promise<void>
  /** Ends it and removes its data. */
  remove: () => Promise<void>
}

const HOST = '127.0.0.1'
const PACKAGES = '/usr/lib/postgresql'
const TRIES = 400

/** Folder of the newest installed programs; undefined where PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES) : []
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(PACKAGES, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
}

/** The server refuses to run as root: the user of Debian's package takes its place. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  if (!line) throw new Error('PostgreSQL does not run as root, and there is no user postgres')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** @throws Error where PostgreSQL is not installed or does not start; its words are in the message */
export async function startCluster(): Promise<Cluster> {
  const programs = postgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed (Debian package postgresql-15)')
  const user = owner()
  const folder = mkdtempSync(join(tmpdir(), 'renshu-cluster-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = ['-D', data, '-U', 'renshu', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), options, { ...user, cwd: folder })
  const port = await freePort()
  const url = `postgres://renshu@${HOST}:${port}/postgres`
  const settings = { port, listen_addresses: HOST, unix_socket_directories: folder, fsync: 'off', max_connections: 100 }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let server: ChildProcess | undefined

  const start = async (): Promise<void> => {
    let said = ''
    const child = spawn(join(programs, 'postgres'), ['-D', data, ...words], { ...user, cwd: folder, stdio: 'pipe' })
    server = child
    child.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)))
    for (let tries = 0; tries < TRIES && child.exitCode === null; tries++) {
      if (await answers(url)) return
      await sleep(50)
    }
    throw new Error(`PostgreSQL did not start: ${said}`)
  }
  const end = async (signal: 'SIGQUIT' | 'SIGINT'): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill(signal)
    await gone
  }
  const remove = async (): Promise<void> => {
    await end('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  await start().catch(async (error: unknown) => {
    await remove()
    throw error
  })
  return { url, crash: () => end('SIGQUIT'), start, remove }
}
