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

/** The rule `isAskedAgain` once more, so that a list can be of those alone. */
const isAsked = (on: string, by: string) =>
  sql<boolean>`(visible_until <= ${by}::date and consent_until >= ${on}::date)`

interface KeptPage {
  limit: number
  cursor?: string | undefined
  /** Only those to be asked, or only the others. */
  askAgain?: boolean | undefined
  on: string
  /** Last day of wishes of which is asked. */
  askBy: string
}

/**
 * Marks those as asked whom agencies are to ask, each once for every wish; how many of each agency. Nothing a reader of
 * the stream would see. Scope `system`.
 */
export async function markKeptAsked(
  tx: Tx,
  city: string,
  { on, askBy, at }: Pick<KeptPage, 'on' | 'askBy'> & { at: Date },
): Promise<{ agencyId: string; count: number }[]> {
  const { rows } = await sql<{ agencyId: string; count: number }>`
    with asked as (
      update talents.talent set asked_at = ${at} where city = ${city} and agency_id is not null and ended_at is null
        and asked_at is null and ${isAsked(on, askBy)} returning agency_id)
    select agency_id, count(*)::int as count from asked group by agency_id order by agency_id`.execute(tx)
  return rows
}

/** Profiles an agency keeps, the latest first. */
export async function keptPage(
  tx: Tx,
  city: string,
  agencyId: string,
  { limit, cursor, askAgain, on, askBy }: KeptPage,
) {
  const asked = isAsked(on, askBy)
  const all = kept(tx, city, agencyId).$if(askAgain !== undefined, (rows) =>
    rows.where(askAgain ? asked : sql<boolean>`${asked} is not true`),
  )
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
