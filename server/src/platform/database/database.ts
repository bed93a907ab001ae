import { CamelCasePlugin, Kysely } from 'kysely'
import type { Connection, Pool } from './connection.ts'
import { dialectOver } from './dialect.ts'
import { type Scope, settingsOf } from './scope.ts'

/** A handle inside one transaction. Modules type their own tables: `tx.withTables<RegistryTables>()`. */
export type Tx = Kysely<Record<never, never>>

/** Serialization failure and deadlock: the transaction had no effect and may be tried again. */
const TRY_AGAIN = new Set(['40001', '40P01'])
const MOST_TRIES = 3
const PLUGINS = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

const codeOf = (error: unknown): string | undefined => (error as { code?: string } | null)?.code

/** True where a unique constraint refused a row; with `constraint`, that one. */
export const isDuplicate = (error: unknown, constraint?: string): boolean =>
  codeOf(error) === '23505' && (!constraint || (error as { constraint?: string }).constraint === constraint)

/** The only door to the records: a transaction in somebody's name. */
export class Database {
  readonly #pool: Pool
  readonly #committed = new Set<() => void>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  get kind(): Pool['kind'] {
    return this.#pool.kind
  }

  /**
   * Runs `work` in one transaction under row-level security. Inside, use only the handle given: on the embedded
   * database a second transaction would wait for the first for ever.
   * @throws what `work` throws, after rollback; what the database refuses, with its `code` (SQLSTATE)
   */
  async transaction<T>(scope: Scope, work: (tx: Tx, rescope: Rescope) => Promise<T>, readOnly = false): Promise<T> {
    for (let tries = 1; ; tries++)
      try {
        const result = await this.#once(scope, work, readOnly)
        if (!readOnly) for (const listener of this.#committed) listener()
        return result
      } catch (error) {
        if (tries === MOST_TRIES || !TRY_AGAIN.has(codeOf(error) ?? '')) throw error
      }
  }

  /** Statements as the owner of the schema, outside row-level security: migrations, backup, restore. */
  async asOwner<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.#pool.connect()
    try {
      const result = await work(connection)
      connection.release()
      return result
    } catch (error) {
      await rollBack(connection)
      throw error
    }
  }

  /** Calls `listener` after each committed write of this process; returns how to stop it. */
  onCommit(listener: () => void): () => void {
    this.#committed.add(listener)
    return () => this.#committed.delete(listener)
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  async #once<T>(scope: Scope, work: (tx: Tx, rescope: Rescope) => Promise<T>, readOnly: boolean): Promise<T> {
    const opening = `begin${readOnly ? ' read only' : ''}; set local role renshu_app; `
    // Before a connection is taken, which a scope that is refused would keep.
    let settings = settingsOf(scope)
    const connection = await this.#pool.connect()
    const scoped = scopedBy(connection, settings, () => settings)
    const tx: Tx = new Kysely({ dialect: dialectOver(scoped), plugins: PLUGINS })
    try {
      await connection.exec(opening + settings)
      const result = await work(tx, async (next) => void (settings = settingsOf(next)))
      await connection.exec('commit')
      connection.release()
      return result
    } catch (error) {
      await rollBack(connection)
      throw error
    }
  }
}

/** Puts the running transaction into another scope, from its next statement on. */
export type Rescope = (scope: Scope) => Promise<void>

/**
 * The connection with every statement in the scope that is wanted by then: one in which nothing was asked costs no round
 * trip to the database.
 */
function scopedBy(connection: Connection, opening: string, wanted: () => string): Connection {
  let current = opening
  return {
    ...connection,
    async query(text, parameters) {
      const settings = wanted()
      if (settings === current) return connection.query(text, parameters)
      current = settings
      // Sent together: nothing that is asked meanwhile comes between them.
      const [, answer] = await Promise.all([connection.exec(settings), connection.query(text, parameters)])
      return answer
    },
  }
}

async function rollBack(connection: Connection): Promise<void> {
  try {
    await connection.exec('rollback')
    connection.release()
  } catch {
    connection.release(true)
  }
}
