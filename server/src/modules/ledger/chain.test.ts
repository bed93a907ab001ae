import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { append, type ChainProblem, citiesWithLedger, ledgerJobs, reverse, sealCity, verify } from './index.ts'
import type { BatchRow, EntryRow } from './tables.ts'

const CITY = '370200'
const SYSTEM = { kind: 'system', city: CITY } as const
const FIRM = '01970000-0000-7000-8000-0000000000f1'

let app: TestApp
let entries: EntryRow[]

beforeAll(async () => {
  app = await startApp()
  await record(3)
  await sealCity(app.services, CITY)
  await record(3)
  await sealCity(app.services, CITY)
  await record(2)
  entries = (await owned('select * from ledger.entry order by seq')) as EntryRow[]
})
afterAll(() => app.close())

let sources = 0
const record = (many: number) =>
  app.services.database.transaction(SYSTEM, async (tx) => {
    const recorder = { tx, city: CITY, ...app.clock, secrets: app.services.secrets }
    for (let n = 0; n < many; n++)
      await append(recorder, {
        kind: 'registry.organisationVerified',
        occurredOn: '2026-03-02',
        sourceId: `s${++sources}`,
        organisationId: FIRM,
        personId: `p${sources}`,
        district: '370202',
        occupation: '4-02-02-01',
        industry: '5437',
        amountFen: 100,
      })
    const id = await append(recorder, {
      kind: 'accounts.personRegistered',
      occurredOn: '2026-03-01',
      sourceId: `r${sources}`,
      personId: 'x',
    })
    await reverse(recorder, id, 'wrong')
  })

/** Rows as the owner of the schema, whom nothing stops. Names as in SQL. */
const owned = (text: string, values: unknown[] = []) =>
  app.services.database.asOwner(async (connection) => (await connection.query(text, values)).rows as unknown[])

const found = async (): Promise<ChainProblem[]> => (await verify(app.services.database, CITY)).problems

/** Lets somebody with the rights of the owner change something, looks what verification says, and changes it back. */
async function tampered(change: string, back: string): Promise<ChainProblem[]> {
  await owned(change)
  const problems = await found()
  await owned(back)
  expect(await found()).toEqual([])
  return problems
}

const OTHER: Record<keyof EntryRow, string> = {
  city: `'371100'`,
  id: `'01970000-0000-7000-8000-00000000ffff'`,
  seq: 'seq + 1000000',
  kind: `'registry.organisationRegistered'`,
  counts: `'cases'`,
  occurredOn: `occurred_on + 1`,
  recordedAt: `recorded_at + interval '1 millisecond'`,
  district: `'370203'`,
  organisationId: `'01970000-0000-7000-8000-0000000000f9'`,
  throughOrganisationId: `'01970000-0000-7000-8000-0000000000f9'`,
  personPseudonym: `repeat('a', 32)`,
  occupation: `'4-02-02-02'`,
  industry: 'null',
  count: 'count + 1',
  amountFen: 'amount_fen + 1',
  sourceModule: `'accounts'`,
  sourceId: `'s9999'`,
  reversesId: '(select id from ledger.entry order by seq limit 1)',
  reason: `'another'`,
  recordedBy: `repeat('b', 32)`,
  hash: `repeat('c', 64)`,
}
/** Fields of a reversal alone, which its constraint ties to negative counts. */
const OF_REVERSAL = new Set<keyof EntryRow>(['reversesId', 'reason'])
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test.each(Object.keys(OTHER) as (keyof EntryRow)[])('a changed %s of a sealed entry is named', async (field) => {
  const seq = Number(entries[OF_REVERSAL.has(field) ? 4 : 1]!.seq)
  const column = snake(field)
  const [before] = (await owned('select row_to_json(e) as row from ledger.entry e where seq = $1', [seq])) as {
    row: Record<string, unknown>
  }[]
  const old = before!.row
  await owned(`update ledger.entry set ${column} = ${OTHER[field]} where seq = $1`, [seq])
  const problems = await found()
  const restored = [...new Set([column, 'count', 'reason'])]
  const at = field === 'seq' ? seq + 1_000_000 : seq
  await owned(
    `update ledger.entry set ${restored.map((name) => `${name} = (json_populate_record(null::ledger.entry, $1)).${name}`).join(', ')} where seq = $2`,
    [JSON.stringify(old), at],
  )
  expect(await found()).toEqual([])
  expect(problems.some((problem) => 'seq' in problem && problem.seq === seq)).toBe(true)
})

test('a changed entry that nobody sealed yet is named too', async () => {
  const seq = entries.at(-1)!.seq
  const problems = await tampered(
    `update ledger.entry set reason = 'x' where seq = ${seq}`,
    `update ledger.entry set reason = 'wrong' where seq = ${seq}`,
  )
  expect(problems).toEqual([{ kind: 'entryChanged', entryId: entries.at(-1)!.id, seq, batch: null }])
})

test('an entry exchanged together with its hash breaks its batch', async () => {
  const { seq, hash } = entries[1]!
  const problems = await tampered(
    `update ledger.entry set hash = repeat('d', 64) where seq = ${seq}`,
    `update ledger.entry set hash = '${hash}' where seq = ${seq}`,
  )
  expect(problems).toContainEqual({ kind: 'batchChanged', batch: 1 })
})

const OTHER_BATCH: Record<keyof BatchRow, string> = {
  city: `'371100'`,
  number: 'number + 10',
  firstSeq: 'first_seq - 1',
  lastSeq: 'last_seq + 1',
  seqs: `seqs || ',99'`,
  entries: 'entries + 1',
  previousHash: `repeat('e', 64)`,
  hash: `repeat('f', 64)`,
  sealedAt: `sealed_at + interval '1 millisecond'`,
}

test.each(Object.keys(OTHER_BATCH) as (keyof BatchRow)[])('a changed %s of a batch is named', async (field) => {
  const old = (
    (await owned('select row_to_json(b) as row from ledger.batch b where number = 1')) as { row: object }[]
  )[0]!
  const column = snake(field)
  await owned(`update ledger.batch set ${column} = ${OTHER_BATCH[field]} where number = 1`)
  const problems = await found()
  await owned(
    `update ledger.batch set ${column} = (json_populate_record(null::ledger.batch, $1)).${column} where number = $2`,
    [JSON.stringify(old.row), field === 'number' ? 11 : 1],
  )
  expect(await found()).toEqual([])
  expect(problems.some((problem) => problem.batch === 1)).toBe(true)
})

test('a removed and an added entry are named', async () => {
  const { seq, id } = entries[1]!
  await owned('create table ledger_kept as select * from ledger.entry')
  const missing = await tampered(
    `delete from ledger.entry where seq = ${seq}`,
    `insert into ledger.entry overriding system value select * from ledger_kept where seq = ${seq}`,
  )
  expect(missing).toEqual([{ kind: 'entryMissing', seq, batch: 1 }])
  const added = await tampered(
    `update ledger.entry set seq = 0 where seq = ${entries.at(-1)!.seq}`,
    `update ledger.entry set seq = ${entries.at(-1)!.seq} where seq = 0`,
  )
  expect(added).toContainEqual({ kind: 'entryAdded', entryId: entries.at(-1)!.id, seq: 0, batch: 1 })
  expect(id).toBeTruthy()
})

test('a chain cut off at its end is found by an older head', async () => {
  const { head } = await verify(app.services.database, CITY)
  expect((await verify(app.services.database, CITY, head!)).found).toBe(0)
  await owned('create table batch_kept as select * from ledger.batch')
  await owned('delete from ledger.batch where number = 2')
  expect(await found()).toEqual([])
  expect((await verify(app.services.database, CITY, head!)).problems).toEqual([{ kind: 'headDiffers', batch: 2 }])
  await sealCity(app.services, CITY)
  expect((await verify(app.services.database, CITY, head!)).problems).toEqual([{ kind: 'headDiffers', batch: 2 }])
  await owned('delete from ledger.batch where number = 2')
  await owned('insert into ledger.batch select * from batch_kept where number = 2')
  expect((await verify(app.services.database, CITY, head!)).found).toBe(0)
})

test('the jobs seal and verify every city that has a ledger', async () => {
  expect(await citiesWithLedger(app.services)).toEqual([CITY])
  for (const job of ledgerJobs(app.services)) await job.run({})
  expect(await verify(app.services.database, CITY)).toMatchObject({ unsealed: 0, found: 0, batches: 3 })
  const kept = await owned('select problems from ledger.verification')
  expect(kept).toEqual([{ problems: 0 }])
})
