import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Connection } from './connection.ts'
import type { Database } from './database.ts'

export interface Migration {
  /** `20261121090000_registry`: a time stamp that orders, and what it makes. */
  name: string
  sql: string
  sha256: string
}

const SOURCES = join(import.meta.dirname, '../..')
/** Any number that all servers of this product agree on. */
const LOCK = 7_364_001

/** Every migration of platform and modules, oldest first. */
export function migrations(): Migration[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|[/\\])migrations[/\\][^/\\]+\.sql$/.test(path))
    .map((path) => {
      const sql = readFileSync(join(SOURCES, path), 'utf8')
      return { name: basename(path, '.sql'), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** An applied migration is not the one in the sources, or the database is newer than the program. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch'
}

/**
 * Brings the database to the state of the sources. Each migration is one transaction, so a killed one has no effect;
 * an advisory lock lets one process at a time do it.
 * @returns the names applied now
 * @throws MigrationMismatch when an applied one has changed or is unknown here
 */
export function migrate(database: Database, wanted: readonly Migration[] = migrations()): Promise<string[]> {
  return database.asOwner(async (connection) => {
    await connection.query('select pg_advisory_lock($1)', [LOCK])
    try {
      await connection.exec(
        `create schema if not exists platform;
         create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
      )
      return await applyMissing(connection, wanted)
    } finally {
      await connection.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
}

async function applyMissing(connection: Connection, wanted: readonly Migration[]): Promise<string[]> {
  const { rows } = await connection.query('select name, sha256 from platform.migration', [])
  const applied = new Map(rows.map(({ name, sha256 }) => [name as string, sha256 as string]))
  const known = new Map(wanted.map(({ name, sha256 }) => [name, sha256]))
  for (const [name, sha256] of applied)
    if (known.get(name) !== sha256)
      throw new MigrationMismatch(
        known.has(name)
          ? `migration ${name} has changed since it was applied`
          : `migration ${name} is unknown: the database is newer than this program`,
      )
  const missing = wanted.filter(({ name }) => !applied.has(name))
  for (const { name, sql, sha256 } of missing) {
    const record = `insert into platform.migration (name, sha256) values ('${name}', '${sha256}')`
    try {
      await connection.exec(`begin; ${sql}\n; ${record}; commit`)
    } catch (error) {
      await connection.exec('rollback')
      throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
    }
  }
  return missing.map(({ name }) => name)
}
