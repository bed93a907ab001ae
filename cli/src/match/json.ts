import { type Match, reasonText } from '@renshu/match'
import type { Language } from '../commands.ts'
import type { Side, Sink } from './lists.ts'

/** One line of JSON per match, near misses with the constraint that failed. The line end is included. */
export function jsonLine(from: Side, match: Match, language: Language): string {
  const { jobId, talentId, rank, score, factors, nearMiss } = match
  return `${JSON.stringify({
    from,
    jobId,
    talentId,
    rank,
    score,
    factors: factors.map(({ name, points, max, reason }) => ({
      name,
      points,
      max,
      reason: reasonText(reason, language),
    })),
    ...(nearMiss && { nearMiss: { ...nearMiss, reason: reasonText(nearMiss.reason, language) } }),
  })}\n`
}

export const openJsonSink = (
  put: (text: string) => Promise<void>,
  close: () => Promise<void>,
  language: Language,
): Sink => ({
  add: ({ from, pairs }) => put(pairs.map(({ match }) => jsonLine(from, match, language)).join('')),
  close,
})
