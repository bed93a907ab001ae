import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { emptyCluster } from '../src/platform/database/cluster/empty-cluster.ts'
import { Database, migrate, openPglite, openPostgres } from '../src/platform/database/index.ts'
import { atServer } from './database.ts'

const TEMPLATE = 'renshu_template'

/** Archives of an embedded database, empty and migrated, which tests open by copying: making one anew takes seconds. */
async function makeArchives(project: TestProject, folder: string): Promise<void> {
  const keep = (name: 'emptyDump' | 'embeddedDump', archive: Uint8Array) => {
    const path = join(folder, `${name}.tar`)
    writeFileSync(path, archive)
    project.provide(name, path)
  }
  keep('emptyDump', emptyCluster())
  if (project.name !== 'server') return
  const pool = await openPglite()
  await migrate(new Database(pool))
  keep('embeddedDump', await pool.dump())
  await pool.close()
}

async function makeTemplate(project: TestProject, url: string): Promise<void> {
  await atServer(url, `drop database if exists ${TEMPLATE} with (force)`)
  await atServer(url, `create database ${TEMPLATE}`)
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  const pool = openPostgres({ url: template.href, onError: () => {} })
  await migrate(new Database(pool))
  await pool.close()
  project.provide('template', { url, name: TEMPLATE })
}

/**
 * Makes databases before all tests, which each test file then copies; returns how to clear them away. Tests that bring
 * their own begin with an empty one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-'))
  const url = project.name === 'server' && process.env['TEST_DATABASE_URL']
  await Promise.all([makeArchives(project, folder), url && makeTemplate(project, url)])
  return async () => {
    rmSync(folder, { recursive: true })
    if (url) await atServer(url, `drop database if exists ${TEMPLATE} with (force)`)
  }
}
