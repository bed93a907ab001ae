import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAway } from '../http/problem.ts'
import { Database, migrate, type Migration, openPglite } from './index.ts'

/** A disk of its own, small enough to be filled; only root may make one. */
const folder = mkdtempSync(join(tmpdir(), 'renshu-disk-'))
const disk = join(folder, 'disk')
const isMounted = (() => {
  spawnSync('mkdir', [disk])
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]).status === 0
})()
const ballast = join(disk, 'ballast')
const MIGRATION: Migration = {
  name: '1_thing',
  sha256: '1',
  sql: 'create role renshu_app nologin; grant renshu_app to current_user; create table thing (n int primary key, t text); grant select, insert on thing to renshu_app',
}
const SYSTEM = { kind: 'system', city: '370200' } as const
type Things = { thing: { n: number; t: string } }

let database: Database
beforeAll(async () => {
  if (!isMounted) return
  writeFileSync(ballast, Buffer.alloc(20_000_000))
  database = new Database(await openPglite({ folder: join(disk, 'pglite') }))
  await migrate(database, [MIGRATION])
})
afterAll(async () => {
  if (isMounted) {
    await database.close()
    spawnSync('umount', [disk])
  }
  rmSync(folder, { recursive: true, force: true })
})

const insert = (n: number) =>
  database.transaction(SYSTEM, (tx) =>
    tx
      .withTables<Things>()
      .insertInto('thing')
      // Letters that do not repeat, so that nothing is saved by compressing them.
      .values({ n, t: Array.from({ length: 40_000 }, (_, at) => ((n * 7919 + at) ** 2).toString(36)).join('') })
      .execute(),
  )
const numbers = () =>
  database.transaction(SYSTEM, async (tx) => {
    const rows = await tx.withTables<Things>().selectFrom('thing').select('n').orderBy('n').execute()
    return rows.map(({ n }) => n)
  })

test.runIf(isMounted)(
  'on a full disk writes are refused, what was answered stays, and with room again it goes on',
  async () => {
    const kept: number[] = []
    const fill = async () => {
      for (let n = 0; n < 2000; n++) {
        await insert(n)
        kept.push(n)
      }
    }
    const error = await fill().catch((thrown: unknown) => thrown)
    expect(isAway(error)).toBe(true)
    rmSync(ballast)
    expect(await numbers()).toEqual(kept)
    await insert(5000)
    expect(await numbers()).toEqual([...kept, 5000])
  },
)
