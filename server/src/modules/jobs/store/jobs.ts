import type { Selectable, Updateable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobRow, JobsTables, JobTable, NewJobRow } from '../tables.ts'

const all = (tx: Tx, city: string) =>
  tx.withTables<JobsTables>().selectFrom('jobs.job').selectAll().where('city', '=', city)

/** The posting, where row-level security shows it to the caller. */
export const jobById = (tx: Tx, city: string, id: string): Promise<JobRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends; for who may change it. */
export const holdJob = (tx: Tx, city: string, id: string): Promise<JobRow | undefined> =>
  all(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

export const jobsById = async (tx: Tx, city: string, ids: readonly string[]): Promise<JobRow[]> =>
  ids.length === 0 ? [] : all(tx, city).where('id', 'in', ids).execute()

/** Of these postings those that the public sees on a day. */
export const listedJobs = async (tx: Tx, city: string, ids: readonly string[], on: string): Promise<JobRow[]> =>
  ids.length === 0 ? [] : all(tx, city).where('id', 'in', ids).where('listedUntil', '>=', on).execute()

export async function insertJob(tx: Tx, row: NewJobRow): Promise<JobRow> {
  return tx.withTables<JobsTables>().insertInto('jobs.job').values(row).returningAll().executeTakeFirstOrThrow()
}

/** Changes a posting that was held; undefined where somebody changed it since `version`. Its version counts up. */
export const updateJob = (
  tx: Tx,
  { city, id, version }: Pick<JobRow, 'city' | 'id' | 'version'>,
  set: Updateable<JobTable>,
): Promise<JobRow | undefined> =>
  tx
    .withTables<JobsTables>()
    .updateTable('jobs.job')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()

export type VersionRow = Selectable<JobsTables['jobs.version']>

export async function insertVersion(tx: Tx, row: JobRow, by: string | null, savedAt: Date): Promise<void> {
  const { city, id, version, organisationId, content, contentHash } = row
  await tx
    .withTables<JobsTables>()
    .insertInto('jobs.version')
    .values({
      city,
      id,
      version,
      organisationId,
      savedAt,
      savedBy: by,
      content: JSON.stringify(content),
      contentHash,
    })
    .execute()
}

/** Versions of a posting, newest first. */
export const versionsOf = (tx: Tx, city: string, id: string): Promise<VersionRow[]> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.version')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute()

/** What versions of these postings said, by the hash of their content; scope system. */
export async function contentsByHash(
  tx: Tx,
  city: string,
  ids: readonly string[],
  hashes: readonly string[],
): Promise<Map<string, VersionRow['content']>> {
  if (ids.length === 0 || hashes.length === 0) return new Map()
  const rows = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.version')
    .select(['contentHash', 'content'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .where('contentHash', 'in', hashes)
    .execute()
  return new Map(rows.map(({ contentHash, content }) => [contentHash, content]))
}

export async function insertDecision(tx: Tx, row: Selectable<JobsTables['jobs.decision']>): Promise<void> {
  await tx.withTables<JobsTables>().insertInto('jobs.decision').values(row).execute()
}

/** Hashes of the contents of a posting that were approved. */
export async function approvedHashes(tx: Tx, city: string, id: string): Promise<Set<string>> {
  const rows = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.decision')
    .select('contentHash')
    .where('city', '=', city)
    .where('jobId', '=', id)
    .where('decision', '=', 'approved')
    .execute()
  return new Set(rows.map(({ contentHash }) => contentHash))
}

/** Takes one opening: false where none is left or the posting is gone. Scope system. */
export async function addTaken(tx: Tx, city: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<JobsTables>()
    .updateTable('jobs.job')
    .set(({ eb }) => ({ taken: eb('taken', '+', 1) }))
    .where('city', '=', city)
    .where('id', '=', id)
    .whereRef('taken', '<', 'openings')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeTaken(tx: Tx, city: string, id: string): Promise<void> {
  await tx
    .withTables<JobsTables>()
    .updateTable('jobs.job')
    .set(({ eb }) => ({ taken: eb('taken', '-', 1) }))
    .where('city', '=', city)
    .where('id', '=', id)
    .where('taken', '>', 0)
    .execute()
}

export async function newestListed(tx: Tx, city: string, most: number, on: string): Promise<string[]> {
  const rows = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .select('id')
    .where('city', '=', city)
    .where('listedUntil', '>=', on)
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
