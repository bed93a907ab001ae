import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { asColumns, AT_ONCE } from './rows.ts'

/**
 * Changes many rows of one table with few statements; each statement carries its rows as one JSON value.
 * @param table with its schema, `registry.organisation`
 * @param rows all with the same columns; `city` and `id` say which row it is, the others are what it becomes
 */
export async function updateMany(
  tx: Tx,
  table: string,
  rows: readonly ({ city: string; id: string } & object)[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const batch = rows.slice(from, from + AT_ONCE).map(asColumns)
    const columns = Object.keys(batch[0]!).filter((name) => name !== 'city' && name !== 'id')
    const set = columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`changed.${name}`)}`)
    await sql`update ${sql.table(table)} as kept set ${sql.join(set)}
      from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(batch)}::json) as changed
      where kept.city = changed.city and kept.id = changed.id`.execute(tx)
  }
}
