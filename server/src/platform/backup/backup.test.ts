import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { atServer, emptyPglite, freshPool } from '../../../testing/database.ts'
import { append, reverse, sealCity, verify } from '../../modules/ledger/index.ts'
import { Database, migrate, openPostgres, type Pool, type Tx } from '../database/index.ts'
import { folderOfFiles, sha256Of } from '../files/store.ts'
import { deliverAll, emit, readOutbox } from '../outbox/outbox.ts'
import { secretsOf } from '../secrets/secrets.ts'
import { backup, type BackupNeeds, BackupRefused, restore } from './index.ts'

const CITY = '370200'
const SYSTEM = { kind: 'system', city: CITY } as const
const BYTES = new TextEncoder().encode('%PDF-1.7 a document')
const template = inject('template')

let folder: string
let app: TestApp
let path: string
const open: (() => Promise<void>)[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'renshu-backup-'))
  app = await startApp()
  await fill(app.services)
  path = join(folder, 'whole.gz')
  await backup(app.services, path)
})
afterAll(async () => {
  for (const close of open) await close()
  await app.close()
  rmSync(folder, { recursive: true })
})

/** Texts that are easily lost on the way, a chain of records that name each other, a file, events in flight. */
async function fill({ database, files, clock, secrets }: BackupNeeds): Promise<void> {
  await files.put(sha256Of(BYTES), BYTES)
  await database.transaction(SYSTEM, async (tx) => {
    const recorder = { tx, city: CITY, ...clock, secrets }
    for (const sourceId of ['plain', '换行\n“引号”\t\\反斜杠', 'two\u2028lines\u2029', '\u{20000}𠀀', "'; drop table"])
      await append(recorder, {
        kind: 'accounts.personRegistered',
        occurredOn: '2026-03-02',
        sourceId,
        personId: sourceId,
        amountFen: 9007199254740991,
      })
    const id = await append(recorder, {
      kind: 'registry.organisationVerified',
      occurredOn: '2026-02-28',
      sourceId: 'v',
      organisationId: clock.newId(),
      district: '370202',
    })
    await reverse(recorder, id, '录入错误')
    await keepFileRow(tx, clock.newId())
    for (let n = 0; n < 3; n++)
      await emit(tx, { city: CITY, kind: 'test.happened', payload: { n }, happenedAt: clock.now() })
  })
  await hearOf(database, 3)
  await database.transaction(SYSTEM, (tx) =>
    emit(tx, { city: CITY, kind: 'test.happened', payload: { n: 3 }, happenedAt: clock.now() }),
  )
  await sealCity({ database, clock, log: app.services.log }, CITY)
}

/** What the subscriber of the test is told, once it is so many; transactions of other databases may hold it up. */
async function hearOf(database: Database, many: number): Promise<unknown[]> {
  const heard: unknown[] = []
  const hear = async (_: Tx, { payload }: { payload: unknown }) => void heard.push(payload)
  const subscriber = { name: 'test', kinds: ['test.happened'], hear }
  await vi.waitUntil(
    async () => {
      await deliverAll(database, [subscriber], app.services.log, app.clock.now)
      return heard.length >= many
    },
    { timeout: 30_000 },
  )
  return heard
}

const keepFileRow = (tx: Tx, id: string) =>
  tx
    .withTables<{ 'platform.file': Record<string, unknown> }>()
    .insertInto('platform.file')
    .values({
      city: CITY,
      id,
      name: '证明.pdf',
      type: 'application/pdf',
      size: BYTES.length,
      sha256: sha256Of(BYTES),
      personId: id,
      createdAt: app.clock.now(),
    })
    .execute()

/** What a restore needs, over a database and file store of its own. */
function needsOver(pool: Pool, key = '11'.repeat(32)): BackupNeeds {
  open.push(() => pool.close())
  return {
    database: new Database(pool),
    clock: app.clock,
    secrets: secretsOf(Buffer.from(key, 'hex')),
    files: folderOfFiles(mkdtempSync(join(folder, 'files-'))),
  }
}

let databases = 0
async function emptyPostgres(): Promise<Pool> {
  const name = `renshu_empty_${process.pid}_${++databases}`
  await atServer(template!.url, `create database ${name}`)
  const url = new URL(template!.url)
  url.pathname = `/${name}`
  const pool = openPostgres({ url: url.href, onError: () => {} })
  return {
    ...pool,
    close: async () => {
      await pool.close()
      await atServer(template!.url, `drop database ${name} with (force)`)
    },
  }
}
const emptyPool = (kind: 'pglite' | 'postgres') => (kind === 'pglite' ? emptyPglite() : emptyPostgres())

const KINDS = template ? (['pglite', 'postgres'] as const) : (['pglite'] as const)

test.runIf(template)('an embedded database moves to a server, and is equal table by table', async () => {
  const embedded = needsOver(await emptyPglite())
  await restore(embedded, path)
  const moved = join(folder, 'moved.gz')
  const kept = await backup(embedded, moved)
  expect(await restore(needsOver(await emptyPostgres()), moved)).toEqual(kept)
})

test.each(KINDS)('a backup restored into an empty %s is equal table by table', async (kind) => {
  const needs = needsOver(await emptyPool(kind))
  const restored = await restore(needs, path)
  const again = join(folder, `again-${kind}.gz`)
  expect(await backup(needs, again)).toEqual(restored)
  expect(restored.tables.find(({ table }) => table === 'ledger.entry')?.rows).toBe(7)
  expect(gunzipSync(readFileSync(again))).toEqual(gunzipSync(readFileSync(path)))
  expect(await needs.files.get(sha256Of(BYTES))).toEqual(BYTES)
  expect(await verify(needs.database, CITY)).toMatchObject({ entries: 7, batches: 1, found: 0 })
})

test('new entries and events come after the restored ones, and only events nobody had heard are delivered', async () => {
  const needs = needsOver(await emptyPool(template ? 'postgres' : 'pglite'))
  await restore(needs, path)
  const { database, clock, secrets } = needs
  await database.transaction(SYSTEM, async (tx) => {
    const entry = {
      kind: 'accounts.personRegistered',
      occurredOn: '2026-03-03',
      sourceId: 'new',
      personId: 'new',
    } as const
    await append({ tx, city: CITY, ...clock, secrets }, entry)
    await emit(tx, { city: CITY, kind: 'test.happened', payload: { n: 4 }, happenedAt: clock.now() })
  })
  const heard = await hearOf(database, 2)
  expect(heard).toEqual([{ n: 3 }, { n: 4 }])
  const told = await database.transaction(SYSTEM, (tx) => readOutbox(tx, { xid: '0', seq: 0 }, 10), true)
  expect(told.map(({ payload }) => payload['n'])).toEqual([0, 1, 2, 3, 4])
  expect(await verify(database, CITY)).toMatchObject({ entries: 8, unsealed: 1, found: 0 })
})

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof BackupRefused)) throw error ?? new Error('not refused')
  return `${error.problem} ${error.detail}`.trim()
}

test('a database that holds anything is not restored into', async () => {
  const needs = needsOver(await freshPool())
  await needs.database.transaction(SYSTEM, (tx) => keepFileRow(tx, app.clock.newId()))
  expect(await refusal(restore(needs, path))).toBe('notEmpty platform.file')
})

test('a database that is migrated but empty takes a backup', async () => {
  const needs = needsOver(await emptyPglite())
  await migrate(needs.database)
  expect((await restore(needs, path)).files).toBe(1)
})

test('without the data key it was made under, a backup is refused unless that is wanted', async () => {
  const needs = needsOver(await emptyPglite(), '22'.repeat(32))
  expect(await refusal(restore(needs, path))).toBe('otherKey')
  expect((await restore(needs, path, { acceptOtherKey: true })).files).toBe(1)
})

test('a torn, changed or foreign file is refused before anything is written', async () => {
  const needs = needsOver(await emptyPglite())
  const packed = readFileSync(path)
  const plain = gunzipSync(packed).toString('utf8')
  const damaged: [string, Buffer | string][] = [
    ['torn', packed.subarray(0, packed.length / 2)],
    ['torn', gzipSync(plain.slice(0, -90))],
    ['torn', gzipSync(plain.replace('"plain"', '"plane"'))],
    ['torn', gzipSync(`${plain}{}\n`)],
    ['newerFormat', gzipSync(plain.replace('"version":1', '"version":2'))],
    ['notABackup', gzipSync('{}\n')],
    ['notABackup', gzipSync('')],
    ['notABackup', 'no archive at all'],
  ]
  for (const [problem, bytes] of damaged) {
    const copy = join(folder, 'damaged.gz')
    writeFileSync(copy, bytes)
    expect(await refusal(restore(needs, copy))).toBe(problem)
  }
  const { rows } = await needs.database.asOwner((connection) =>
    connection.query(`select to_regclass('platform.file') as made`, []),
  )
  expect(rows).toEqual([{ made: null }])
})

/** The backup with one text changed and its closing hash made right again. */
function forged(from: string, to: string): string {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').replace(from, to).split('\n').slice(0, -2)
  const body = lines.map((line) => `${line}\n`).join('')
  const copy = join(folder, 'forged.gz')
  writeFileSync(copy, gzipSync(`${body}${JSON.stringify({ end: true, sha256: sha256Of(Buffer.from(body)) })}\n`))
  return copy
}

test('rows that are not those of the summary leave the database empty', async () => {
  const needs = needsOver(await emptyPglite())
  expect(await refusal(restore(needs, forged('"plain"', '"plane"')))).toBe('differs ledger.entry')
  expect((await restore(needs, path)).files).toBe(1)
})

test('a backup of a newer program is refused by name', async () => {
  const copy = forged('"20261121110000_ledger"', '"29990101000000_later"')
  expect(await refusal(restore(needsOver(await emptyPglite()), copy))).toBe('unknownMigration 29990101000000_later')
})

test('a lost upload stops the backup, and no half file is left', async () => {
  const needs = { ...app.services, files: folderOfFiles(join(folder, 'nothing')) }
  expect(await refusal(backup(needs, join(folder, 'lost.gz')))).toBe(`fileLost ${sha256Of(BYTES)}`)
  expect(readdirSync(folder).filter((name) => name.startsWith('lost'))).toEqual([])
})

test('only its owner can read a backup, and no key is in it', () => {
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(gunzipSync(readFileSync(path)).includes('11'.repeat(32))).toBe(false)
})
