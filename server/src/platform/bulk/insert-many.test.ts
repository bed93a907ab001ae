import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshPool } from '../../../testing/database.ts'
import { Database, type Scope } from '../database/index.ts'
import { insertMany } from './insert-many.ts'

const SYSTEM: Scope = { kind: 'system', city: '370200' }
const MANY = 1000

test('rows that point to another table look it up, however small it was when the first of them came', async () => {
  const database = new Database(await freshPool())
  await database.asOwner((connection) =>
    connection.exec(`create schema trial; create table trial.whole (id int primary key);
      create table trial.part (id int primary key, whole int references trial.whole (id));
      grant usage on schema trial to renshu_app; grant select, insert on trial.whole, trial.part to renshu_app;
      insert into trial.whole values (0)`),
  )
  const numbered = (count: number, from: number) => Array.from({ length: count }, (_, at) => ({ id: from + at }))
  await database.transaction(SYSTEM, (tx) =>
    insertMany(
      tx,
      'trial.part',
      numbered(20, -20).map((one) => ({ ...one, whole: 0 })),
    ),
  )
  await database.transaction(SYSTEM, (tx) => insertMany(tx, 'trial.whole', numbered(MANY, 1)))
  const rows = numbered(MANY, 1).map(({ id }) => ({ id, whole: id }))
  const read = await database.transaction(SYSTEM, async (tx) => {
    await insertMany(tx, 'trial.part', rows)
    const stats = sql<{ read: number }>`select seq_tup_read as read from pg_stat_xact_all_tables
      where relid = 'trial.whole'::regclass`
    return (await stats.execute(tx)).rows[0]!.read
  })
  expect(read).toBeLessThan(MANY)
  await database.close()
})
