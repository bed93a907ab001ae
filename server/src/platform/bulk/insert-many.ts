import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { asColumns, AT_ONCE } from './rows.ts'

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
  const tail = twice === 'isLeftOut' ? sql`on conflict do nothing` : sql``
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name))
  const insert = (json: string) =>
    sql`insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from json_populate_recordset(null::${sql.table(table)}, ${json}::json) ${tail}`.execute(
      tx,
    )
  let writing: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    // Written down while the database is still busy with those before.
    const json = JSON.stringify(rows.slice(from, from + AT_ONCE).map(asColumns))
    await writing
    writing = insert(json)
    writing.catch(() => {})
  }
  await writing
}
