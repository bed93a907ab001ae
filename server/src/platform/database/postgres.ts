import pg from 'pg'
import type { Answer, Connection, Pool } from './connection.ts'

/** int8 as number (counts stay below 2^53), date as text: a day has no zone. */
const TYPES: Record<number, (text: string) => unknown> = { 20: Number, 1082: String, 1700: Number }
const types = { getTypeParser: (oid: number) => TYPES[oid] ?? pg.types.getTypeParser(oid) }

export interface PostgresOptions {
  url: string
  /** Connections held at most. */
  most?: number
  /** A statement past this many milliseconds is ended. */
  statementTimeout?: number
  /** Called with errors of idle connections, e.g. when the server restarts. */
  onError: (error: Error) => void
}

/** A pool of connections to a PostgreSQL server. */
export function openPostgres({ url, most = 10, statementTimeout = 30_000, onError }: PostgresOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeout,
    types: types as pg.CustomTypesConfig,
  })
  pool.on('error', onError)
  return {
    kind: 'postgres',
    connect: async () => connectionOf(await pool.connect()),
    close: () => pool.end(),
  }
}

const ignore = () => {}

function connectionOf(client: pg.PoolClient): Connection {
  client.on('error', ignore)
  return {
    async query(text, parameters): Promise<Answer> {
      const { rows, rowCount } = await client.query(text, [...parameters])
      return { rows, affected: rowCount ?? 0 }
    },
    exec: async (text) => void (await client.query(text)),
    release: (broken = false) => {
      client.off('error', ignore)
      client.release(broken)
    },
  }
}
