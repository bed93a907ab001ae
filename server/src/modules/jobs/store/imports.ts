import { type Selectable, sql } from 'kysely'
import { insertMany } from '../../../platform/bulk/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { PlatformTables } from '../../../platform/tables.ts'
import type { JobRow, JobsTables } from '../tables.ts'

export type ImportRow = Selectable<JobsTables['jobs.import']>
type NewImport = Pick<
  ImportRow,
  'city' | 'id' | 'organisationId' | 'name' | 'fileId' | 'most' | 'importedAt' | 'importedBy'
>

export const insertImport = (tx: Tx, row: NewImport): Promise<ImportRow> =>
  tx
    .withTables<JobsTables>()
    .insertInto('jobs.import')
    .values({ ...row, problem: null })
    .returningAll()
    .executeTakeFirstOrThrow()

export const importById = (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.import')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()

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

/** The import as nobody else goes on with it until the transaction ends. */
export const holdImport = (tx: Tx, city: string, id: string): Promise<ImportRow | undefined> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.import')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

type Counts = Pick<ImportRow, 'read' | 'created' | 'updated' | 'unchanged' | 'waiting' | 'rejected'>

export async function countImport(tx: Tx, city: string, id: string, counts: Counts): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.import')
    .set(counts)
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

export async function endImport(tx: Tx, city: string, id: string, problem: string | null): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.import')
    .set({ done: true, problem, fileId: null })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

export type RejectRow = Selectable<JobsTables['jobs.importReject']>

export const insertRejects = (tx: Tx, rows: readonly RejectRow[]): Promise<void> =>
  insertMany(tx, 'jobs.import_reject', rows)

/** Rows that were sent back, by line; at most `most`. */
export const rejectsOf = (tx: Tx, city: string, id: string, most: number): Promise<RejectRow[]> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.importReject')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .orderBy('line')
    .orderBy('number')
    .limit(most)
    .execute()

/** Postings of an organisation by the numbers of their source, held in the order of ids. */
export async function holdBySource(
  tx: Tx,
  city: string,
  organisationId: string,
  sourceIds: readonly string[],
): Promise<Map<string, JobRow>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .where(sql<boolean>`source_id = any(${sourceIds})`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.sourceId!, row]))
}

/** What became of an import, with every row that was sent back; scope `system`. */
export async function importReport(tx: Tx, city: string, id: string): Promise<ImportRow & { rejects: RejectRow[] }> {
  const row = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.import')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...row, rejects: await rejectsOf(tx, city, id, row.rejected) }
}
