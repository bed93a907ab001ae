/** What one statement answered. */
export interface Answer {
  rows: Record<string, unknown>[]
  /** Rows inserted, updated or deleted. */
  affected: number
}

/** One connection, held by one user at a time. */
export interface Connection {
  query: (text: string, parameters: readonly unknown[]) => Promise<Answer>
  /** Several statements without parameters. */
  exec: (text: string) => Promise<void>
  /** Gives the connection back; `broken` closes it instead. */
  release: (broken?: boolean) => void
}

/** Connections of one database: PGlite or PostgreSQL. */
export interface Pool {
  kind: 'pglite' | 'postgres'
  connect: () => Promise<Connection>
  close: () => Promise<void>
}

/**
 * Runs `work` in a transaction on a connection that belongs to no city: backup, keys, files.
 * @param settings further statements at its beginning
 */
export async function inTransaction<T>(connection: Connection, work: () => Promise<T>, settings = ''): Promise<T> {
  await connection.exec(`begin; ${settings}`)
  try {
    const result = await work()
    await connection.exec('commit')
    return result
  } catch (error) {
    await connection.exec('rollback')
    throw error
  }
}
