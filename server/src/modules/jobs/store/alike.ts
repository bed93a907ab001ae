import { sql } from 'kysely'
import { type Sketch, sketchSimilarity } from '@renshu/intake'
import type { Tx } from '../../../platform/database/index.ts'
import type { JobRow, JobsTables } from '../tables.ts'

/** Postings of one title that are compared, the newest first; keeps the work small whatever the market holds. */
const MOST_COMPARED = 60
/** From this share of common runs on two texts are one with small changes. */
const SAME_TEXT = 0.8

export const keepSketch = (sketch: Sketch | undefined): string | null =>
  sketch ? Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64') : null

function readSketch(kept: string): Sketch {
  const bytes = Buffer.from(kept, 'base64')
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4))
}

export interface Likeness extends Pick<
  JobRow,
  'id' | 'title' | 'organisationId' | 'employerId' | 'textHash' | 'sketch'
> {
  /** 0–1; 1: the same letters. */
  likeness: number
}

type Asked = Pick<JobRow, 'id' | 'textHash' | 'sketch' | 'districts'>

/** How much a posting of the same title says the same as one whose sketch was read. */
const likenessTo = (
  { textHash }: Pick<JobRow, 'textHash'>,
  sketch: Sketch | null,
  other: Pick<JobRow, 'textHash' | 'sketch'>,
): number => {
  if (textHash === other.textHash) return 1
  return sketch && other.sketch ? sketchSimilarity(sketch, readSketch(other.sketch)) : 0
}

/** A posting that others are compared with. */
export type Compared = Omit<Likeness, 'likeness'> & Pick<JobRow, 'districts'>

/** Which of the postings of one title say the same as one, in the same district where both name places. */
export function alikeAmong(asked: Asked, others: readonly Compared[]): Likeness[] {
  const own = asked.districts
  const sketch = asked.sketch ? readSketch(asked.sketch) : null
  return others.slice(0, MOST_COMPARED).flatMap(({ districts, ...row }) => {
    if (row.id === asked.id) return []
    const isElsewhere = own.length > 0 && districts.length > 0 && !own.some((district) => districts.includes(district))
    const likeness = isElsewhere ? 0 : likenessTo(asked, sketch, row)
    return likeness >= SAME_TEXT ? [{ ...row, likeness }] : []
  })
}

/**
 * Open and waiting postings by their titles, of any organisation, the newest first and at most sixty of each. Scope
 * `system`: it tells of postings that the public does not see.
 */
export async function comparedWith(
  tx: Tx,
  city: string,
  titleKeys: readonly string[],
): Promise<Map<string, Compared[]>> {
  const found = new Map<string, Compared[]>(titleKeys.map((key) => [key, []]))
  if (titleKeys.length === 0) return found
  const asked = [...found.keys()]
  const { rows } = await sql<Compared & { titleKey: string }>`
    select job.* from unnest(${asked}::text[]) as asked(title_key),
      lateral (
        select id, title, organisation_id, employer_id, text_hash, sketch, title_key, districts from jobs.job
        where city = ${city} and status in ('open', 'waiting') and title_key = asked.title_key
        order by created_at desc, id desc limit ${MOST_COMPARED}
      ) as job`.execute(tx)
  for (const { titleKey, ...row } of rows) found.get(titleKey)!.push(row)
  return found
}

/** Open and waiting postings that say the same as one. Scope `system`. */
export async function alikeOf(tx: Tx, city: string, asked: Asked & Pick<JobRow, 'titleKey'>): Promise<Likeness[]> {
  const { titleKey } = asked
  return alikeAmong(asked, (await comparedWith(tx, city, [titleKey])).get(titleKey) ?? [])
}

/** Postings that were merged into one, newest first. Scope `system`. */
export const mergedInto = (
  tx: Tx,
  city: string,
  id: string,
): Promise<Pick<JobRow, 'id' | 'title' | 'organisationId' | 'employerId'>[]> =>
  tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .select(['id', 'title', 'organisationId', 'employerId'])
    .where('city', '=', city)
    .where('duplicateOf', '=', id)
    .orderBy('closedOn', 'desc')
    .orderBy('id')
    .execute()
