import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { Database, migrate, openPglite, openPostgres } from '../src/platform/database/index.ts'
import { atServer } from './database.ts'

const TEMPLATE = 'renshu_template'

/** One empty and one migrated embedded database, which tests open by copying: making one anew takes seconds. */
async function makeEmbedded(project: TestProject): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-'))
  const pool = await openPglite()
  const keep = async (name: 'emptyDump' | 'embeddedDump') => {
    const path = join(folder, `${name}.tar`)
    writeFileSync(path, await pool.dump())
    project.provide(name, path)
  }
  await keep('emptyDump')
  await migrate(new Database(pool))
  await keep('embeddedDump')
  await pool.close()
  return folder
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

/** Makes databases before all tests, which each test file then copies; returns how to clear them away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL']
  const folder = await makeEmbedded(project)
  // Tests that bring their own database leave that of the server alone.
  const isGiven = url && project.name === 'server'
  if (isGiven) await makeTemplate(project, url)
  return async () => {
    rmSync(folder, { recursive: true })
    if (isGiven) await atServer(url, `drop database if exists ${TEMPLATE} with (force)`)
  }
}
