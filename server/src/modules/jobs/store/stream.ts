import { sql } from 'kysely'
import { drawChange } from '../../../platform/changes/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobRow, JobsTables } from '../tables.ts'

/** The stream of postings in `platform.change_counter`. */
export const STREAM = 'jobs'

export const nextChange = (tx: Tx, city: string, count = 1): Promise<number> => drawChange(tx, city, STREAM, count)

/** Postings that changed after a number, in the order of their last change. Scope system. */
export const changedJobs = (tx: Tx, city: string, after: number, most: number): Promise<JobRow[]> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .selectAll()
    .where('city', '=', city)
    .where('changeSeq', '>', after)
    .orderBy('changeSeq')
    .limit(most)
    .execute()

type Listing = Pick<
  JobRow,
  'id' | 'organisationId' | 'employerId' | 'validUntil' | 'listedUntil' | 'status' | 'contentHash' | 'approvedHash'
>

const LISTING = [
  'id',
  'organisationId',
  'employerId',
  'validUntil',
  'listedUntil',
  'status',
  'contentHash',
  'approvedHash',
] as const

/**
 * Published postings of organisations, of their branches, whose standing rests on theirs, and those for them; held, in
 * the order of ids, as everybody holds them.
 */
export async function holdPublishedOf(tx: Tx, city: string, organisationIds: readonly string[]): Promise<Listing[]> {
  const { rows } = await sql<{ id: string }>`select id from registry.v_organisation
    where city = ${city} and branch_of_id in (${sql.join([...organisationIds])})`.execute(tx)
  const ids = [...organisationIds, ...rows.map(({ id }) => id)]
  return tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .select(LISTING)
    .where('city', '=', city)
    .where((where) => where.or([where('organisationId', 'in', ids), where('employerId', 'in', ids)]))
    .where('status', '=', 'open')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Listed postings whose last day is over, and unlisted ones that have not ended: at most `most`, held. */
export const holdTurning = (tx: Tx, city: string, today: string, after: string, most: number): Promise<Listing[]> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .select(LISTING)
    .where('city', '=', city)
    .where('status', '=', 'open')
    .where('id', '>', after)
    .where((where) =>
      where.or([
        where('listedUntil', '<', today),
        where.and([where('listedUntil', 'is', null), where('validUntil', '>=', today)]),
      ]),
    )
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute()

/** Gives postings another last day and each its number in the stream; nothing of what was decided changes. */
export async function moveListing(
  tx: Tx,
  city: string,
  moved: readonly { id: string; listedUntil: string | null }[],
): Promise<void> {
  if (moved.length === 0) return
  const first = (await nextChange(tx, city, moved.length)) - moved.length + 1
  const rows = moved.map(({ id, listedUntil }, at) => ({ id, listed_until: listedUntil, change_seq: first + at }))
  await sql`update jobs.job set listed_until = moved.listed_until, change_seq = moved.change_seq
    from json_to_recordset(${JSON.stringify(rows)}::json) as moved(id uuid, listed_until date, change_seq bigint)
    where job.city = ${city} and job.id = moved.id`.execute(tx)
}
