import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { CLUSTER_OF, layCluster } from './empty-cluster.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renshu-cluster-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

test('the cluster that lies ready is of the PGlite that is installed', () => {
  const program = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(program), '../package.json'), 'utf8')) as { version: string }
  expect(CLUSTER_OF).toBe(version)
})

/** What a cluster says of itself, and what is in it. */
async function described(pg: PGlite) {
  const rowsOf = async (query: string) => (await pg.query(query)).rows
  const described = {
    version: await rowsOf('select version()'),
    settings: await rowsOf(
      `select name, setting from pg_settings where setting <> '' and context <> 'internal' and name !~ 'dir|file' order by 1`,
    ),
    databases: await rowsOf(
      'select datname, datcollate, datctype, pg_encoding_to_char(encoding) from pg_database order by 1',
    ),
    roles: await rowsOf('select rolname, rolsuper from pg_roles order by 1'),
    extensions: await rowsOf('select extname, extversion from pg_extension order by 1'),
    objects: await rowsOf('select count(*) from pg_class'),
  }
  await pg.close()
  return described
}

test('what is laid out is what making it anew would give', async () => {
  const [laid, made] = [join(folder, 'laid'), join(folder, 'made')]
  layCluster(laid)
  expect(await described(await PGlite.create({ dataDir: laid }))).toEqual(
    await described(await PGlite.create({ dataDir: made })),
  )
})

test('a folder that exists is left alone, and what a broken beginning left is replaced', () => {
  const [own, begun] = [join(folder, 'own'), join(folder, 'begun')]
  mkdirSync(own)
  layCluster(own)
  expect(readdirSync(own)).toEqual([])
  mkdirSync(`${begun}.new`)
  writeFileSync(join(`${begun}.new`, 'half'), '')
  layCluster(begun)
  expect(readdirSync(begun)).toContain('PG_VERSION')
  expect(readdirSync(begun)).not.toContain('half')
  expect(readdirSync(folder).toSorted()).toEqual(['begun', 'own'])
})
