import type { JobDefinition } from '../jobs/index.ts'
import type { Database } from '../database/index.ts'

/**
 * Has the planner of queries look at the tables again. PostgreSQL does so by itself after a while; the embedded
 * database never does, and after many rows came in at once its plans take seconds instead of milliseconds.
 */
export const analyse = (database: Database): Promise<void> =>
  database.asOwner((connection) => connection.exec('analyze'))

/** Keeps the plans of the embedded database fit for what has come in; PostgreSQL needs none. */
export const analyseJobs = ({ database }: { database: Database }): readonly JobDefinition[] =>
  database.kind === 'pglite' ? [{ name: 'platform.analyse', cron: '7 * * * *', run: () => analyse(database) }] : []
