import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyPglite } from '../../../testing/database.ts'
import { isAway } from '../http/problem.ts'
import { Database, migrate, type Migration, MigrationMismatch, openPglite, type Scope } from './index.ts'

/** Runs for years without taking room. */
const ENDLESS = `select count(*) from generate_series(1, 9999) a, generate_series(1, 9999) b, generate_series(1, 9999) c, generate_series(1, 9999) d`
const SYSTEM: Scope = { kind: 'system', city: '370200' }
let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'renshu-database-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const reason = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )
const migration = (name: string, text: string, sha256 = name): Migration => ({ name, sql: text, sha256 })
const FIRST = migration('1_first', 'create table thing (n int primary key)')
const ROLE = migration('0_role', 'create role renshu_app nologin; grant renshu_app to current_user')
const countIn = (database: Database, table: string) =>
  database.asOwner(
    async (connection) => (await connection.query(`select count(*) as n from ${table}`, [])).rows[0]!['n'],
  )

test('a statement past its limit ends, the one who asked is told, and the next one is served', async () => {
  const place = join(folder, 'limit')
  const pool = await openPglite({ folder: place, statementTimeout: 5000 })
  const database = new Database(pool)
  await migrate(database, [ROLE, FIRST])
  const slow = reason(database.transaction(SYSTEM, (tx) => sql.raw(ENDLESS).execute(tx)))
  // Asked meanwhile: waits for its turn and gets it.
  const next = countIn(database, 'thing')
  expect(isAway(await slow)).toBe(true)
  expect(await next).toBe(0)
  await database.close()
})

test('a transaction cut off in the middle has no effect', async () => {
  const place = join(folder, 'cut')
  const database = new Database(await openPglite({ folder: place, statementTimeout: 5000 }))
  await migrate(database, [ROLE, FIRST])
  await database.asOwner((connection) => connection.exec('grant insert, select on thing to renshu_app'))
  const cut = database.transaction(SYSTEM, async (tx) => {
    await sql`insert into thing values (1)`.execute(tx)
    await sql.raw(ENDLESS).execute(tx)
  })
  expect(isAway(await reason(cut))).toBe(true)
  expect(await countIn(database, 'thing')).toBe(0)
  await database.close()
})

test('a migration that was changed, or that only a newer program knows, is refused and named', async () => {
  const database = new Database(await emptyPglite())
  expect(await migrate(database, [FIRST])).toEqual(['1_first'])
  expect(await migrate(database, [FIRST])).toEqual([])
  await expect(migrate(database, [{ ...FIRST, sha256: 'other' }])).rejects.toThrow(/1_first has changed/)
  await database.close()
  const newer = new Database(await emptyPglite())
  await migrate(newer, [FIRST, migration('2_second', 'select 1')])
  const refused = await reason(migrate(newer, [FIRST]))
  expect(refused).toBeInstanceOf(MigrationMismatch)
  expect(String(refused)).toContain('2_second')
  await newer.close()
})

test('a migration that fails half way leaves nothing of itself', async () => {
  const database = new Database(await openPglite({ folder: join(folder, 'half') }))
  const half = migration('2_half', 'create table half (n int); insert into nowhere values (1)')
  await expect(migrate(database, [FIRST, half])).rejects.toThrow('2_half')
  expect(await countIn(database, 'thing')).toBe(0)
  const { rows } = await database.asOwner((connection) => connection.query(`select to_regclass('half') as made`, []))
  expect(rows).toEqual([{ made: null }])
  await database.close()
})

test('a migration whose process is killed leaves nothing of itself', async () => {
  const place = join(folder, 'killed')
  const index = JSON.stringify(join(import.meta.dirname, 'index.ts'))
  const endless = `create table half (n int); insert into half values (1); ${ENDLESS}`
  const program = `
    import { register } from 'tsx/esm/api'
    register()
    const { Database, migrate, openPglite } = await import(${index})
    const database = new Database(await openPglite({ folder: ${JSON.stringify(place)} }))
    await migrate(database, [${JSON.stringify(FIRST)}])
    process.stdout.write('ready')
    await migrate(database, [${JSON.stringify(FIRST)}, ${JSON.stringify(migration('2_half', endless))}])`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, 700))
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  const database = new Database(await openPglite({ folder: place }))
  const { rows } = await database.asOwner((connection) => connection.query(`select to_regclass('half') as made`, []))
  expect(rows).toEqual([{ made: null }])
  expect(await migrate(database, [FIRST, migration('2_half', 'create table half (n int)')])).toEqual(['2_half'])
  await database.close()
})

test('a value that could end its literal does not reach the settings of a transaction', async () => {
  const database = new Database(await emptyPglite())
  for (const city of ["370200'; drop table x; --", '37 0200', 'a\\', '甲'])
    await expect(database.transaction({ kind: 'public', city }, async () => 1)).rejects.toThrow(TypeError)
  await database.close()
})
