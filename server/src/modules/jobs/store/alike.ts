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

type Asked = Pick<JobRow, 'id' | 'textHash' | 'sketch'> & { places: readonly string[] }

/** How much a posting of the same title says the same as one whose sketch was read. */
const likenessTo = (
  { textHash }: Pick<JobRow, 'textHash'>,
  sketch: Sketch | null,
  other: Pick<JobRow, 'textHash' | 'sketch'>,
): number => {
  if (textHash === other.textHash) return 1
  return sketch && other.sketch ? sketchSimilarity(sketch, readSketch(other.sketch)) : 0
}

const districtsOf = (places: readonly string[]): Set<string> => new Set(places.map((place) => place.slice(0, 6)))

/** A posting that others are compared with. */
export type Compared = Omit<Likeness, 'likeness'> & { places: readonly string[] }

/** Which of the postings of one title say the same as one, in the same district where both name places. */
export function alikeAmong(asked: Asked, others: readonly Compared[]): Likeness[] {
  const own = districtsOf(asked.places)
  const sketch = asked.sketch ? readSketch(asked.sketch) : null
  return others.slice(0, MOST_COMPARED).flatMap(({ places, ...row }) => {
    if (row.id === asked.id) return []
    const theirs = districtsOf(places)
    const isElsewhere = own.size > 0 && theirs.size > 0 && ![...own].some((district) => theirs.has(district))
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
  // Counted off in the index first: the rows themselves are long.
  const { rows } = await sql<Omit<Compared, 'places'> & { titleKey: string; places: { place: string }[] }>`
    select job.id, title, organisation_id, employer_id, text_hash, sketch, job.title_key, content -> 'places' as places
    from (
      select id, title_key, row_number() over (partition by title_key order by created_at desc, id desc) as place
      from jobs.job
      where city = ${city} and status in ('open', 'waiting') and title_key in (${sql.join([...new Set(titleKeys)])})
    ) as newest
      join jobs.job on job.city = ${city} and job.id = newest.id
    where newest.place <= ${MOST_COMPARED} order by job.title_key, newest.place`.execute(tx)
  for (const { titleKey, places, ...row } of rows)
    found.get(titleKey)?.push({ ...row, places: places.map(({ place }) => place) })
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
