import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { Database, migrate, openPglite, openPostgres } from '../src/platform/database/index.ts'
import { atServer } from './database.ts'

const TEMPLATE = 'renshu_template'

/** Migrates one database before all tests, which each test file then copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    const pool = await openPglite()
    await migrate(new Database(pool))
    const folder = mkdtempSync(join(tmpdir(), 'renshu-'))
    const path = join(folder, 'migrated.tar')
    writeFileSync(path, await pool.dump())
    await pool.close()
    project.provide('embeddedDump', path)
    return async () => rmSync(folder, { recursive: true })
  }
  await atServer(url, `drop database if exists ${TEMPLATE} with (force)`)
  await atServer(url, `create database ${TEMPLATE}`)
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  const pool = openPostgres({ url: template.href, onError: () => {} })
  await migrate(new Database(pool))
  await pool.close()
  project.provide('template', { url, name: TEMPLATE })
  return () => atServer(url, `drop database if exists ${TEMPLATE} with (force)`)
}
