import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { insertMany } from '../../../platform/bulk/index.ts'
import { drawChange } from '../../../platform/changes/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { Marks } from '../../accounts/index.ts'
import type { TalentsTables } from '../tables.ts'
import { placeIn } from './cursor.ts'
import { STREAM, type NewTalent, type TalentRow } from './talents.ts'

const kept = (tx: Tx, city: string, agencyId: string) =>
  tx.withTables<TalentsTables>().selectFrom('talents.talent').where('city', '=', city).where('agencyId', '=', agencyId)

/** Profiles an agency keeps of these, by the ids of their source; held in the order of ids. */
export async function keptBySource(
  tx: Tx,
  city: string,
  agencyId: string,
  sourceIds: readonly string[],
): Promise<Map<string, TalentRow>> {
  const rows = await kept(tx, city, agencyId)
    .selectAll()
    .where(sql<boolean>`source_id = any(${sourceIds})`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.sourceId!, row]))
}

export const keptTalent = (tx: Tx, city: string, agencyId: string, id: string): Promise<TalentRow | undefined> =>
  kept(tx, city, agencyId).selectAll().where('id', '=', id).executeTakeFirst()

/** Profiles that agencies keep for who has one of these marks. Scope `system`. */
export async function keptFor(tx: Tx, city: string, { phoneBlind, residentIdBlind }: Marks): Promise<TalentRow[]> {
  return tx
    .withTables<TalentsTables>()
    .selectFrom('talents.talent')
    .selectAll()
    .where('city', '=', city)
    .where('agencyId', 'is not', null)
    .where((row) => row.or([row('phoneBlind', '=', phoneBlind), row('residentIdBlind', '=', residentIdBlind)]))
    .orderBy('id')
    .execute()
}

/** Profiles an agency keeps, the latest first. */
export async function keptPage(
  tx: Tx,
  city: string,
  agencyId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const all = kept(tx, city, agencyId)
  const from = placeIn(cursor, 'instant')
  let query = all
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (from)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(from[0] as never, from[1] as never)),
    )
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await query.execute(), limit, total, (last) => [last.createdAt.toISOString(), last.id])
}

/** Many new profiles with few statements. */
export async function insertTalents(tx: Tx, city: string, rows: readonly NewTalent[]): Promise<void> {
  if (rows.length === 0) return
  const last = await drawChange(tx, city, STREAM, rows.length)
  const numbered = rows.map((row, at) => ({
    ...row,
    // They go over as JSON in one value: what is JSON already would become text in it.
    profile: JSON.parse(row.profile) as unknown,
    engine: JSON.parse(row.engine) as unknown,
    changeSeq: last - rows.length + 1 + at,
    version: 1,
  }))
  await insertMany(tx, 'talents.talent', numbered)
}

/** Forgets imports that ended before an instant, with what they sent back. */
export async function forgetImports(tx: Tx, city: string, before: Date): Promise<void> {
  await sql`delete from talents.import where city = ${city} and done and imported_at < ${before}`.execute(tx)
}
