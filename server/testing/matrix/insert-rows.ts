import type { TestApp } from '../app.ts'

/** Puts rows into tables past every rule but the database's own; `id` is made where a row has none, undefined: no id. */
export async function insertRows(
  { services, clock }: TestApp,
  city: string,
  rows: readonly (readonly [table: string, row: object])[],
): Promise<void> {
  await services.database.asOwner(async (connection) => {
    for (const [table, row] of rows) {
      const text = JSON.stringify({ city, id: clock.newId(), ...row })
      const columns = Object.keys(JSON.parse(text) as object).join(', ')
      const values = `select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`
      await connection.query(`insert into ${table} (${columns}) ${values}`, [text])
    }
  })
}
