import type { Facet, TalentCard, TalentsQuery } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { positionCursor, readPosition } from '../../../platform/places/positions.ts'
import { cardsOf } from '../show/cards.ts'
import { type Employer, shownTalents } from '../store/search.ts'
import { FACETS, facetsOf } from './facets.ts'
import { talentsMirror } from './in-memory.ts'
import { questionOf, saysNothing } from './question.ts'

export interface Found {
  items: TalentCard[]
  next: string | null
  total: number
  facets: Record<string, Facet[]> | null
}

/**
 * Profiles from memory, of which those are shown that the records let this employer see at this moment: who hides is
 * gone from the page at once, before the index has heard of it.
 * @throws platform.badCursor, platform.unavailable
 */
export async function searchTalents(context: Context, employer: Employer, asked: TalentsQuery): Promise<Found> {
  const { tx, city, mirrors, language } = context
  const after = readPosition(asked.cursor)
  if (saysNothing(asked.q ?? '')) return { items: [], next: null, total: 0, facets: null }
  const known = mirrors.of(talentsMirror, city)
  known.sweep(employer.on)
  const facets = asked.facets ? FACETS : []
  const answer = known.index.search({ ...questionOf(asked, employer), after, facets })
  const { hits, next, total } = answer
  const ids = hits.map(({ id }) => id)
  const rows = new Map((await shownTalents(tx, city, employer, ids)).map((row) => [row.id, row]))
  const shown = ids.flatMap((id) => rows.get(id) ?? [])
  return {
    items: await cardsOf(context, shown),
    next: positionCursor(next),
    total,
    facets: asked.facets ? facetsOf(answer.facets, asked, language) : null,
  }
}
