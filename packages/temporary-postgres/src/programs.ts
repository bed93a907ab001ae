import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian keeps the server programs off the path, one folder per major version. */
const SERVERS = '/usr/lib/postgresql'

export interface PostgresPrograms {
  initdb: string
  postgres: string
}

/** Both from one folder, because their versions must agree; undefined where PostgreSQL is not installed. */
export function findPostgres(path = process.env['PATH'] ?? '', servers = SERVERS): PostgresPrograms | undefined {
  return [...path.split(delimiter), ...serverFolders(servers)]
    .filter((folder) => folder !== '')
    .map((folder) => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }))
    .find(({ initdb, postgres }) => isProgram(initdb) && isProgram(postgres))
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

/** A file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
