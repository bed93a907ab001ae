import { execFile, type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { PeerFailed } from '../peer.ts'
import { findPostgres } from '../programs.ts'
import { makeTemporaryFolder } from '../temporary-folder.ts'

/** A PostgreSQL server of our own, with one connection to it. */
export type Cluster = {
  client: Client
  /** A folder that the server can read. */
  folder: string
  /** Ends the server and takes its folder away. */
  stop: () => Promise<void>
}

const USER = 'renshu'
const LOCALHOST = '127.0.0.1'
const BETWEEN_TRIES_MS = 50
const TRIES = 600

/** One core, everything in memory, nothing that only matters to data one wants to keep. */
const SETTINGS = {
  listen_addresses: LOCALHOST,
  max_connections: '5',
  shared_buffers: '2GB',
  work_mem: '256MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '4GB',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
}

type Owner = { uid?: number; gid?: number }

/** @throws PeerMissing when the programs are not installed, PeerFailed when the server does not come up. */
export async function startCluster(): Promise<Cluster> {
  const programs = findPostgres()
  const owner = unprivileged()
  let server: ChildProcess | undefined
  const folder = makeTemporaryFolder(owner, () => server?.kill('SIGQUIT'))
  const stop = async (client?: Client) => {
    await client?.end()
    if (server) await endServer(server)
    folder.remove()
  }
  try {
    const password = randomBytes(16).toString('hex')
    const data = await initialise(programs.initdb, folder.path, owner, password)
    const port = await freePort()
    server = spawn(programs.postgres, ['-D', data, ...settingsOf(port, folder.path)], {
      ...owner,
      cwd: folder.path,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const client = await connect(server, port, password)
    return { client, folder: folder.path, stop: () => stop(client) }
  } catch (error) {
    await stop()
    throw error
  }
}

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
  if (!owner) throw new PeerFailed('PostgreSQL', 'it does not run as root, and there is no user postgres or nobody')
  return owner
}

/** Texts are compared by their characters, as everywhere in a match. */
async function initialise(initdb: string, folder: string, owner: Owner, password: string): Promise<string> {
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  await writeFile(secret, password)
  const options = ['-D', data, '-U', USER, '--no-locale', '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${secret}`]
  await promisify(execFile)(initdb, [...options, '--no-sync'], { ...owner, cwd: folder }).catch((error: Error) => {
    throw new PeerFailed('initdb', error.message)
  })
  return data
}

const settingsOf = (port: number, sockets: string): string[] =>
  Object.entries({ ...SETTINGS, port, unix_socket_directories: sockets }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, LOCALHOST)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Tries until the server takes connections; gives up as soon as it has ended. */
async function connect(server: ChildProcess, port: number, password: string): Promise<Client> {
  let said = ''
  server.stderr!.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)))
  server.on('error', (error) => (said += error.message))
  for (let tries = 0; tries < TRIES && server.exitCode === null && server.pid !== undefined; tries++) {
    const client = new Client({ host: LOCALHOST, port, user: USER, password, database: 'postgres' })
    // A lost connection is told by the statement that meets it.
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch {
      await sleep(BETWEEN_TRIES_MS)
    }
  }
  throw new PeerFailed('postgres', said)
}

/** A fast shutdown: connections are dropped, nothing is waited for. */
async function endServer(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  const isGone = once(server, 'exit')
  server.kill('SIGINT')
  await isGone
}
