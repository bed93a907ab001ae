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
