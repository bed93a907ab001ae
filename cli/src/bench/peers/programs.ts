import { delimiter, join } from 'node:path'
import { findPostgres as find, isProgram } from '@renshu/temporary-postgres'
import { PeerMissing } from './peer.ts'

/** @throws PeerMissing */
export function findPostgres(...places: Parameters<typeof find>): NonNullable<ReturnType<typeof find>> {
  const found = find(...places)
  if (!found) throw new PeerMissing('PostgreSQL', 'postgresql-15')
  return found
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
