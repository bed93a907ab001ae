import { aspect } from '../aspect.ts'
import { FULL_FREQUENCY } from '../corpus.ts'

/** How many of the telling words a reason names. */
const WORDS_SHOWN = 4

/** BM25 of the talent's text for the job's words against the highest value it could reach, as a square root like the skills. */
export const text = aspect<string[], string[]>({
  ofJob: (job) => job.terms,
  ofTalent: (talent) => talent.terms,
  judge(wanted, written, { settings, corpus }) {
    if (wanted.length === 0 || written.length === 0)
      return { share: settings.unknown.text, reason: { key: 'text.unknown', values: {} } }
    const counts = countWords(written)
    let gained = 0
    let total = 0
    const shared: { word: string; weight: number }[] = []
    for (const word of new Set(wanted)) {
      const weight = corpus.termWeight(word)
      total += weight
      const count = counts.get(word)
      if (count === undefined) continue
      gained += weight * corpus.frequency(count, written.length)
      shared.push({ word, weight })
    }
    const telling = shared.sort((a, b) => b.weight - a.weight).slice(0, WORDS_SHOWN)
    return {
      share: textShare(gained, total, settings.textFull),
      reason: {
        key: telling.length > 0 ? 'text.shared' : 'text.none',
        values: { words: telling.map(({ word }) => word) },
      },
    }
  },
})

/** @param gained whole weight × frequency of the shared words. @param total whole weight of the job's words. */
export const textShare = (gained: number, total: number, full: number): number =>
  Math.sqrt(Math.min(1, gained / (total * FULL_FREQUENCY * full)))

export function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
