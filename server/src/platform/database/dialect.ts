import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Connection } from './connection.ts'

const nothing = async () => {}
const refuse = async () => {
  throw new TypeError('the transaction is already open: use the handle you were given')
}

/** Kysely over one connection that is already inside a transaction. */
export function dialectOver(connection: Connection): Dialect {
  const handle: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, affected } = await connection.query(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(affected) }
    },
    streamQuery() {
      throw new TypeError('read page by page instead of streaming')
    },
  }
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => handle,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}
