import { Database, type Rescope, type Scope, type Tx } from '../../src/platform/database/index.ts'

class Undone extends Error {
  override readonly name = 'Undone'
}

/** Every transaction is undone after it has answered, so that hundreds of calls meet the same world. */
export class RehearsalDatabase extends Database {
  override async transaction<T>(
    scope: Scope,
    work: (tx: Tx, rescope: Rescope) => Promise<T>,
    readOnly = false,
  ): Promise<T> {
    const outcome: { result?: T } = {}
    try {
      await super.transaction(
        scope,
        async (tx, rescope) => {
          outcome.result = await work(tx, rescope)
          throw new Undone()
        },
        readOnly,
      )
    } catch (error) {
      if (!(error instanceof Undone)) throw error
    }
    return outcome.result as T
  }
}
