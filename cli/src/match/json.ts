import { type Match, reasonText } from '@renshu/match'
import type { Language } from '../commands.ts'
import type { RankedList, Side } from './lists.ts'

/** One line of JSON per match, near misses with the constraint that failed. The line end is included. */
export function jsonLine(from: Side, match: Match, language: Language): string {
  const { jobId, talentId, rank, score, factors, nearMiss } = match
  return `${JSON.stringify({
    from,
    jobId,
    talentId,
    rank,
    score,
    factors: factors.map(({ name, points, reason }) => ({
      name,
      points,
      reason: reasonText(reason, language),
    })),
    ...(nearMiss && { nearMiss: { ...nearMiss, reason: reasonText(nearMiss.reason, language) } }),
  })}\n`
}

export const jsonLines = ({ from, pairs }: RankedList, language: Language): string =>
  pairs.map(({ match }) => jsonLine(from, match, language)).join('')
