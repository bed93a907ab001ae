import { expect, inject, test } from 'vitest'
import type { EmbeddedPool } from '../../src/platform/database/index.ts'
import { openKept } from './kept.ts'

const open = () => openKept(inject('embeddedDump'))

async function ask(pool: EmbeddedPool, text: string): Promise<unknown> {
  const connection = await pool.connect()
  try {
    return (await connection.query(text, [])).rows
  } finally {
    connection.release()
  }
}

/** What tells one database from another, and a database that was written to from one that was not. */
const STATE = `select pg_postmaster_start_time()::text as begun, pg_current_wal_lsn()::text as written,
  txid_current()::text as transaction, (select count(*) from pg_class) as tables, (select count(*) from pg_roles) as roles,
  (select sum(pg_relation_size(oid)) from pg_class where relkind in ('r', 'i')) as bytes`

const stir = async (pool: EmbeddedPool) => {
  const connection = await pool.connect()
  await connection.exec(`
    create role stranger; create table thing (n int primary key, text text); grant select on thing to stranger;
    insert into thing select n, repeat(md5(n::text), 50) from generate_series(1, 20000) n;
    drop view if exists platform.v_none; set work_mem = '64MB'; set role stranger; begin; select count(*) from thing`)
  connection.release()
}

test('a database that was closed is opened again as it was at first, whatever was done to it', async () => {
  const first = await open()
  const before = await ask(first, STATE)
  await stir(first)
  await first.close()
  for (let turn = 0; turn < 3; turn++) {
    const again = await open()
    expect(await ask(again, STATE)).toEqual(before)
    expect(
      await ask(
        again,
        `select to_regclass('thing') as made, current_user as me, current_setting('work_mem') as memory`,
      ),
    ).toEqual([{ made: null, me: 'postgres', memory: '4MB' }])
    await stir(again)
    expect(await ask(again, 'select count(*) as n from thing')).toEqual([{ n: 20_000 }])
    await again.close()
  }
})

test('two databases that are open at the same time know nothing of each other', async () => {
  const [one, other] = await Promise.all([open(), open()])
  await ask(one, 'create table thing (n int)')
  expect(await ask(other, `select to_regclass('thing') as made`)).toEqual([{ made: null }])
  await Promise.all([one.close(), other.close()])
})

test('who asks a closed database is told, and does not reach the one opened after it', async () => {
  const closed = await open()
  await closed.close()
  const next = await open()
  await expect(ask(closed, 'select 1')).rejects.toThrow('closed')
  await next.close()
})
