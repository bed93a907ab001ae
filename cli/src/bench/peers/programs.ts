import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PeerMissing } from './peer.ts'

/** Debian keeps the server programs of PostgreSQL off the path, one folder per major version. */
const SERVERS = '/usr/lib/postgresql'

export type PostgresPrograms = { initdb: string; postgres: string }

/** Both from one folder, because their versions must agree. @throws PeerMissing */
export function findPostgres(path = process.env['PATH'] ?? '', servers = SERVERS): PostgresPrograms {
  for (const folder of [...path.split(delimiter), ...serverFolders(servers)]) {
    const [initdb, postgres] = [join(folder, 'initdb'), join(folder, 'postgres')]
    if (folder !== '' && isProgram(initdb) && isProgram(postgres)) return { initdb, postgres }
  }
  throw new PeerMissing('PostgreSQL', 'postgresql-15')
}

/** @throws PeerMissing */
export function findSqlite(path = process.env['PATH'] ?? ''): string {
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, 'sqlite3'))
    .find(isProgram)
  if (!found) throw new PeerMissing('sqlite3', 'sqlite3')
  return found
}

/** The newest version first. */
function serverFolders(servers: string): string[] {
  try {
    const versions = readdirSync(servers).sort((a, b) => Number(b) - Number(a))
    return versions.map((version) => join(servers, version, 'bin'))
  } catch {
    return []
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
