import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type Pairs, pairsOf, sharedPairs } from '../screening/likeness.ts'

/** Refused postings that are compared, the newest first, of the organisation and of each title. */
const MOST_COMPARED = 60
/** From this share of common pairs on a text is the refused one with small changes. */
const SAME_TEXT = 0.8

/** A posting that an officer refused and nobody has approved since. */
export interface Refused {
  id: string
  title: string
  pairs: Pairs
}

interface Text {
  title: string
  description: string
}

const pairsIn = ({ title, description }: Text): Pairs => pairsOf(`${title}\n${description}`)

/**
 * Refused postings of an organisation, whatever their title, and those of others under some titles: who is refused
 * comes again under another name. Scope `system`.
 */
export async function refusedNear(
  tx: Tx,
  city: string,
  organisationId: string,
  titleKeys: readonly string[],
): Promise<Refused[]> {
  const asked = [...new Set(titleKeys)]
  const { rows } = await sql<Text & { id: string }>`
    (select id, title, content ->> 'description' as description from jobs.job
      where city = ${city} and refusal is not null and organisation_id = ${organisationId}
      order by created_at desc, id desc limit ${MOST_COMPARED})
    union
    (select job.* from unnest(${asked}::text[]) as asked(title_key), lateral (
        select id, title, content ->> 'description' as description from jobs.job
        where city = ${city} and refusal is not null and title_key = asked.title_key
        order by created_at desc, id desc limit ${MOST_COMPARED}
      ) as job)`.execute(tx)
  return rows.map(({ id, ...text }) => ({ id, title: text.title, pairs: pairsIn(text) }))
}

/** The title of a refused posting that says nearly the same as one; null: there is none. */
export function refusedLike(asked: Text & { id: string }, refused: readonly Refused[]): string | null {
  if (refused.length === 0) return null
  const pairs = pairsIn(asked)
  return refused.find((one) => one.id !== asked.id && sharedPairs(one.pairs, pairs) >= SAME_TEXT)?.title ?? null
}
