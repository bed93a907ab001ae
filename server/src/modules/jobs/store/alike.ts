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

type Asked = Pick<JobRow, 'id' | 'titleKey' | 'textHash' | 'sketch'> & { places: readonly string[] }

/** How much two postings of one title say the same. */
export const likenessOf = (a: Pick<JobRow, 'textHash' | 'sketch'>, b: Pick<JobRow, 'textHash' | 'sketch'>): number =>
  a.textHash === b.textHash
    ? 1
    : a.sketch && b.sketch
      ? sketchSimilarity(readSketch(a.sketch), readSketch(b.sketch))
      : 0

const districtsOf = (places: readonly string[]): Set<string> => new Set(places.map((place) => place.slice(0, 6)))

/**
 * Open and waiting postings of the same title that say the same as one, in the same district where both name places;
 * of any organisation, newest first. Scope system: it tells of postings that the public does not see.
 */
export async function alikeOf(tx: Tx, city: string, asked: Asked): Promise<Likeness[]> {
  const rows = await tx
    .withTables<JobsTables>()
    .selectFrom('jobs.job')
    .select(['id', 'title', 'organisationId', 'employerId', 'textHash', 'sketch'])
    .select(sql<{ place: string }[]>`content -> 'places'`.as('places'))
    .where('city', '=', city)
    .where('titleKey', '=', asked.titleKey)
    .where('status', 'in', ['open', 'waiting'])
    .where('id', '<>', asked.id)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_COMPARED)
    .execute()
  const own = districtsOf(asked.places)
  return rows.flatMap(({ places, ...row }) => {
    const theirs = districtsOf(places.map(({ place }) => place))
    const isElsewhere = own.size > 0 && theirs.size > 0 && ![...own].some((district) => theirs.has(district))
    const likeness = isElsewhere ? 0 : likenessOf(asked, row)
    return likeness >= SAME_TEXT ? [{ ...row, likeness }] : []
  })
}
