import type { JobDefinition } from '../jobs/index.ts'
import type { Database } from '../database/index.ts'

/**
 * Tables of fewer rows are left alone, as PostgreSQL does: of a single row every column is unique, so that any index will
 * do to find it, and by such a plan each of the thousands that come after it is looked for among all of them.
 */
const FEWEST = 50

/**
 * Has the planner of queries look at the tables again. PostgreSQL does so by itself after a while; the embedded
 * database never does, and after many rows came in at once its plans take seconds instead of milliseconds.
 */
export async function analyse(database: Database): Promise<void> {
  const { rows } = await database.asOwner((connection) =>
    connection.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
      [],
    ),
  )
  // A table at a time: others get in between, and no statement of a large city takes longer than one may.
  for (const { name } of rows)
    await database.asOwner(async (connection) => {
      const some = await connection.query(`select from ${String(name)} limit ${FEWEST}`, [])
      if (some.rows.length === FEWEST) await connection.exec(`analyze ${String(name)}`)
    })
}

/** Keeps the plans of the embedded database fit for what has come in; PostgreSQL needs none. */
export const analyseJobs = ({ database }: { database: Database }): readonly JobDefinition[] =>
  database.kind === 'pglite' ? [{ name: 'platform.analyse', cron: '7 * * * *', run: () => analyse(database) }] : []
