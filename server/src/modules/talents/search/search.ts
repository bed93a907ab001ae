import type { TalentCard, TalentsQuery } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { positionCursor, readPosition } from '../../../platform/places/positions.ts'
import { cardsOf } from '../show/cards.ts'
import { type Employer, shownTalents } from '../store/search.ts'
import { talentsMirror } from './in-memory.ts'
import { questionOf, saysNothing } from './question.ts'

/**
 * Profiles from memory, of which those are shown that the records let this employer see at this moment: who hides is
 * gone from the page at once, before the index has heard of it.
 * @throws platform.badCursor, platform.unavailable
 */
export async function searchTalents(
  context: Context,
  employer: Employer,
  asked: TalentsQuery,
): Promise<{ items: TalentCard[]; next: string | null; total: number }> {
  const { tx, city, mirrors } = context
  const after = readPosition(asked.cursor)
  if (saysNothing(asked.q ?? '')) return { items: [], next: null, total: 0 }
  const known = mirrors.of(talentsMirror, city)
  known.sweep(employer.on)
  const { hits, next, total } = known.index.search({ ...questionOf(asked, employer), after })
  const ids = hits.map(({ id }) => id)
  const rows = new Map((await shownTalents(tx, city, employer, ids)).map((row) => [row.id, row]))
  const shown = ids.flatMap((id) => rows.get(id) ?? [])
  return { items: await cardsOf(context, shown), next: positionCursor(next), total }
}
