import { ProgramFailed, startCluster as startServer } from '@renshu/temporary-postgres'
import { Client } from 'pg'
import { PeerFailed } from '../peer.ts'
import { findPostgres } from '../programs.ts'

/** A PostgreSQL server of our own, with one connection to it. */
export type Cluster = {
  client: Client
  /** A folder that the server can read. */
  folder: string
  /** Ends the server and takes its folder away. */
  stop: () => Promise<void>
}

/** One core, everything in memory, nothing that only matters to data one wants to keep. */
const SETTINGS = {
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

/** @throws PeerMissing when the programs are not installed, PeerFailed when the server does not come up. */
export async function startCluster(): Promise<Cluster> {
  const programs = findPostgres()
  const server = await startServer({ programs, locale: 'C', settings: SETTINGS }).catch((error: unknown) => {
    throw error instanceof ProgramFailed ? new PeerFailed(error.program, error.said) : error
  })
  const client = new Client({ connectionString: server.url })
  // A lost connection is told by the statement that meets it.
  client.on('error', () => undefined)
  await client.connect()
  const stop = async () => {
    await client.end()
    await server.remove()
  }
  return { client, folder: server.folder, stop }
}
