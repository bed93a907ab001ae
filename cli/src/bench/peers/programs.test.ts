import { expect, test } from 'vitest'
import { PeerMissing } from './peer.ts'
import { findPostgres, findSqlite } from './programs.ts'

test.each([
  ['PostgreSQL', 'postgresql-15', () => findPostgres('/no/bin:/nor/here', '/no/servers')],
  ['sqlite3', 'sqlite3', () => findSqlite('/no/bin')],
])('without %s the peer is missing, and the error says what to install', (program, install, find) => {
  expect(find).toThrow(PeerMissing)
  expect(find).toThrow(expect.objectContaining({ program, install }))
})

test('a folder named like a program is none', () => {
  expect(() => findSqlite(import.meta.dirname.replace(/peers$/, ''))).toThrow(PeerMissing)
  expect(() => findSqlite('')).toThrow(PeerMissing)
})
