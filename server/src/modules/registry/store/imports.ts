import { type Selectable, sql } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { RegistryTables, RejectedRow } from '../tables.ts'
import { placeOf } from './cursor.ts'

export type ImportRow = Selectable<RegistryTables['registry.import']>

/** Any number that all servers of this product agree on; the second key of the lock is the city. */
const LOCK = 7_364_003

/** Waits until no other transaction imports into the city, and keeps others from it until this one ends. */
export async function lockImports(tx: Tx, city: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}, ${Number(city)})`.execute(tx)
}

export async function insertImport(tx: Tx, row: ImportRow): Promise<void> {
  await tx.withTables<RegistryTables>().insertInto('registry.import').values(row).execute()
}

const found = (tx: Tx, city: string, id: string) =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.import')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)

export const importById = (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
  found(tx, city, id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdImport = (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
  found(tx, city, id).forUpdate().executeTakeFirst()

/** The newest first. @throws platform.badCursor */
export async function importsPage(
  tx: Tx,
  city: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const from = placeOf(cursor, 'instant')
  const db = tx.withTables<RegistryTables>()
  let query = db
    .selectFrom('registry.import')
    .selectAll()
    .where('city', '=', city)
    .orderBy('importedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('importedAt', 'id'), '<', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await db
    .selectFrom('registry.import')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('city', '=', city)
    .executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.importedAt.toISOString(), last.id])
}

const changing = (tx: Tx, { city, id }: Pick<ImportRow, 'city' | 'id'>) =>
  tx.withTables<RegistryTables>().updateTable('registry.import').where('city', '=', city).where('id', '=', id)

/** Counts that somebody takes up a running import; undefined where it has ended. */
export const takeUpImport = (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
  changing(tx, { city, id })
    .where('status', '=', 'running')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .returningAll()
    .executeTakeFirst()

interface Batch {
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: readonly RejectedRow[]
}

/** What a batch did, added to what was done before. */
export async function addToImport(tx: Tx, row: ImportRow, batch: Batch, now: Date): Promise<void> {
  await changing(tx, row)
    .set(({ eb }) => ({
      read: eb('read', '+', batch.read),
      created: eb('created', '+', batch.created),
      updated: eb('updated', '+', batch.updated),
      unchanged: eb('unchanged', '+', batch.unchanged),
      rejectedCount: eb('rejectedCount', '+', batch.rejected.length),
      movedAt: now,
      tries: 0,
    }))
    .execute()
}

export async function endImport(tx: Tx, city: string, id: string, status: 'done' | 'failed', now: Date): Promise<void> {
  await changing(tx, { city, id }).set({ status, movedAt: now, fileId: null }).execute()
}

/** Imports that should be under way and have not moved since `before`. */
export const importsAtRest = async (tx: Tx, city: string, before: Date): Promise<string[]> => {
  const rows = await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.import')
    .select('id')
    .where('city', '=', city)
    .where('status', '=', 'running')
    .where('movedAt', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}

export const insertRejectedRows = (
  tx: Tx,
  { city, id: importId, importedBy }: ImportRow,
  rows: readonly RejectedRow[],
  newId: () => string,
): Promise<void> =>
  insertMany(
    tx,
    'registry.rejected_row',
    rows.map(({ column, ...row }) => ({ city, id: newId(), importId, importedBy, columnName: column, ...row })),
  )

/** In the order of their lines. */
export const rejectedRows = (tx: Tx, city: string, importId: string, most?: number): Promise<RejectedRow[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.rejectedRow')
    .select(['line', 'columnName as column', 'value', 'reason'])
    .where('city', '=', city)
    .where('importId', '=', importId)
    .orderBy('line')
    .orderBy('id')
    .$if(most !== undefined, (query) => query.limit(most!))
    .execute()
