import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'

/** Large enough that a statement's cost does not show, small enough for one message to the database. */
const AT_ONCE = 2_000

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Keys of nested values are data and stay as they are. */
const asColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]))

/**
 * Inserts many rows of one table with few statements; each statement carries its rows as one JSON value, which is
 * several times faster than a parameter for every field.
 * @param table with its schema, `registry.organisation`
 * @param rows all with the same columns, as the module's `tables.ts` names them; values plain, JSON columns as values
 */
export async function insertMany(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + AT_ONCE).map(asColumns))
    await sql`insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(tx)
  }
}
