import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { asColumns, AT_ONCE } from './rows.ts'

/** One statement, or a part of one, that inserts rows of one table, all with the same columns. */
export function insertion(table: string, rows: readonly object[]): RawBuilder<object> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name))
  return sql<object>`insert into ${sql.table(table)} (${sql.join(columns)})
    select ${sql.join(columns)} from json_populate_recordset(null::${sql.table(table)},
      ${JSON.stringify(rows.map(asColumns))}::json)`
}

/**
 * From so many rows on the plans of the session are made anew first. Those by which a database looks up foreign keys are
 * kept as they were first made, and while a table is small that is to read all of it: for each row that is inserted.
 */
const MANY = 200

/**
 * Inserts many rows of one table with few statements; each statement carries its rows as one JSON value, which is
 * several times faster than a parameter for every field.
 * @param table with its schema, `registry.organisation`
 * @param rows all with the same columns, as the module's `tables.ts` names them; values plain, JSON columns as values
 * @param twice what becomes of a row that a unique constraint refuses: nothing of any is inserted, or it alone is left out
 */
export async function insertMany(
  tx: Tx,
  table: string,
  rows: readonly object[],
  twice: 'fails' | 'isLeftOut' = 'fails',
): Promise<void> {
  if (rows.length >= MANY) await sql`discard plans`.execute(tx)
  const tail = twice === 'isLeftOut' ? sql`on conflict do nothing` : sql``
  let writing: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    // Written down while the database is still busy with those before.
    const insert = sql`${insertion(table, rows.slice(from, from + AT_ONCE))} ${tail}`
    await writing
    writing = insert.execute(tx)
    writing.catch(() => {})
  }
  await writing
}
