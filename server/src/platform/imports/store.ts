import { type Kysely, sql } from 'kysely'
import { insertMany } from '../bulk/index.ts'
import type { Tx } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'
import type { ImportRow, ImportTables, RejectRow } from './tables.ts'

export type NewImport = Pick<
  ImportRow,
  'city' | 'id' | 'organisationId' | 'name' | 'fileId' | 'most' | 'importedAt' | 'importedBy'
>
export type Counts = Pick<ImportRow, 'read' | 'created' | 'updated' | 'unchanged' | 'waiting' | 'rejected'>

/** Hash under which the bytes of a kept file lie. Scope system. */
export async function hashOfFile(tx: Tx, city: string, fileId: string): Promise<string | undefined> {
  const file = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.file')
    .select('sha256')
    .where('city', '=', city)
    .where('id', '=', fileId)
    .executeTakeFirst()
  return file?.sha256
}

/** Of each of some imports the first rows that were sent back, by line. */
const firstRejects = async (db: Kysely<ImportTables>, city: string, ids: readonly string[], most: number) =>
  ids.length === 0
    ? []
    : db
        .selectFrom((from) =>
          from
            .selectFrom('importReject')
            .selectAll()
            .select(sql<number>`row_number() over (partition by id order by line, number)`.as('place'))
            .where('city', '=', city)
            .where('id', 'in', ids)
            .as('placed'),
        )
        .selectAll()
        .where('place', '<=', most)
        .orderBy('line')
        .orderBy('number')
        .execute()

/** The imports of one module, in the tables `import` and `import_reject` of its schema. */
export function importsIn(schema: string) {
  const db = (tx: Tx) => tx.withTables<ImportTables>().withSchema(schema)
  const one = (tx: Tx, city: string, id: string) =>
    db(tx).selectFrom('import').selectAll().where('city', '=', city).where('id', '=', id)
  const change = (tx: Tx, city: string, id: string, set: Partial<ImportRow>) =>
    db(tx).updateTable('import').set(set).where('city', '=', city).where('id', '=', id).execute()
  return {
    insert: (tx: Tx, row: NewImport): Promise<ImportRow> =>
      db(tx)
        .insertInto('import')
        .values({ ...row, problem: null })
        .returningAll()
        .executeTakeFirstOrThrow(),
    byId: (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> => one(tx, city, id).executeTakeFirst(),
    byIds: async (tx: Tx, city: string, ids: readonly string[]): Promise<ImportRow[]> =>
      ids.length === 0
        ? []
        : db(tx).selectFrom('import').selectAll().where('city', '=', city).where('id', 'in', ids).execute(),
    firstRejects: (tx: Tx, city: string, ids: readonly string[], most: number) => firstRejects(db(tx), city, ids, most),
    /** As nobody else goes on with it until the transaction ends. */
    hold: (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
      one(tx, city, id).forUpdate().executeTakeFirst(),
    async count(tx: Tx, city: string, id: string, counts: Counts): Promise<void> {
      await change(tx, city, id, counts)
    },
    async end(tx: Tx, city: string, id: string, problem: string | null): Promise<void> {
      await change(tx, city, id, { done: true, problem, fileId: null })
    },
    insertRejects: (tx: Tx, rows: readonly RejectRow[]): Promise<void> =>
      insertMany(tx, `${schema}.import_reject`, rows),
    /** Rows that were sent back, by line; at most `most`. */
    rejects: (tx: Tx, city: string, id: string, most: number): Promise<RejectRow[]> =>
      db(tx)
        .selectFrom('importReject')
        .selectAll()
        .where('city', '=', city)
        .where('id', '=', id)
        .orderBy('line')
        .orderBy('number')
        .limit(most)
        .execute(),
  }
}
