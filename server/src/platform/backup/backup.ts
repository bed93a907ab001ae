import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Connection } from '../database/index.ts'
import type { Services } from '../services.ts'
import { BackupRefused, type Header, sha256 } from './format.ts'
import { PLAIN_TEXT, summarise, type TableSummary, tablesOf } from './tables.ts'

export interface BackupSummary {
  tables: TableSummary[]
  files: number
}
export type BackupNeeds = Pick<Services, 'database' | 'files' | 'secrets' | 'clock'>

/** Tells one data key from another. */
export const keyMark = ({ secrets }: Pick<Services, 'secrets'>): string => secrets.blind('backup', 'key')

type Put = (line: string) => Promise<void>

/** Packs lines into a file that appears under its name only when it is whole. Its owner alone may read it. */
async function packed<T>(path: string, write: (put: Put) => Promise<T>): Promise<T> {
  const draft = `${path}.${process.pid}.part`
  const gzip = createGzip()
  const file = createWriteStream(draft, { mode: 0o600, flags: 'wx' })
  const written = pipeline(gzip, file)
  written.catch(() => {})
  try {
    // A disk that is full must end the waiting for room.
    const room = async () => void (await Promise.race([once(gzip, 'drain'), written]))
    const result = await write(async (line) => {
      if (!gzip.write(`${line}\n`)) await room()
    })
    gzip.end()
    await written
    await keepOnDisk(draft)
    await rename(draft, path)
    await keepOnDisk(dirname(path))
    return result
  } catch (error) {
    gzip.destroy()
    file.destroy()
    await written.catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

async function keepOnDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

async function putTables(connection: Connection, put: Put): Promise<TableSummary[]> {
  const summaries: TableSummary[] = []
  for (const table of await tablesOf(connection)) {
    const columns = table.columns.map(({ name, type }) => ({ name, type }))
    await put(JSON.stringify({ table: table.name, columns }))
    const summary = await summarise(connection, table, put)
    await put(JSON.stringify({ endOf: table.name, rows: summary.rows, sha256: summary.sha256 }))
    summaries.push(summary)
  }
  return summaries
}

async function putFiles(connection: Connection, { files }: BackupNeeds, put: Put): Promise<number> {
  const { rows } = await connection.query('select distinct sha256 from platform.file order by sha256', [])
  for (const { sha256: hash } of rows as { sha256: string }[]) {
    const bytes = await files.get(hash)
    if (!bytes || sha256().update(bytes).digest('hex') !== hash) throw new BackupRefused('fileLost', hash)
    await put(JSON.stringify({ file: hash, base64: Buffer.from(bytes).toString('base64') }))
  }
  return rows.length
}

async function headerOf(connection: Connection, needs: BackupNeeds): Promise<Header> {
  const { rows } = await connection.query('select name, sha256 from platform.migration order by name collate "C"', [])
  return {
    format: 'renshu-backup',
    version: 1,
    createdAt: needs.clock.now().toISOString(),
    keyMark: keyMark(needs),
    migrations: rows as Header['migrations'],
  }
}

/**
 * Writes everything the installation holds, as of one instant, into one packed file: all tables but the queue, and the
 * uploaded files. The data key is not in it: sealed fields can be read only with the key, which is kept elsewhere.
 * @throws BackupRefused fileLost when an uploaded file is gone or damaged in the file store
 */
export function backup(needs: BackupNeeds, path: string): Promise<BackupSummary> {
  return needs.database.asOwner(async (connection) => {
    await connection.exec(`begin isolation level repeatable read read only; ${PLAIN_TEXT}`)
    const summary = await packed(path, async (write) => {
      const hash = sha256()
      const put: Put = (line) => {
        hash.update(`${line}\n`)
        return write(line)
      }
      await put(JSON.stringify(await headerOf(connection, needs)))
      const tables = await putTables(connection, put)
      const files = await putFiles(connection, needs, put)
      await write(JSON.stringify({ end: true, sha256: hash.digest('hex') }))
      return { tables, files }
    })
    await connection.exec('commit')
    return summary
  })
}
