import { aspect, because } from '../aspect.ts'
import { type Corpus, FULL_FREQUENCY } from '../corpus.ts'
import type { Reason } from '../reasons/index.ts'

/** How many of the telling words a reason names. */
const WORDS_SHOWN = 4

/** BM25 of the talent's text for the job's words against the highest value it could reach, as a square root like the skills. */
export const text = aspect<string[], string[]>({
  ofJob: (job) => job.terms,
  ofTalent: (talent) => talent.terms,
  judge(wanted, written, { settings, corpus }) {
    if (wanted.length === 0 || written.length === 0)
      return { share: settings.unknown.text, explain: because('text.unknown') }
    const asked = new Set(wanted)
    const counts = countWords(written.filter((word) => asked.has(word)))
    let gained = 0
    let total = 0
    for (const word of asked) {
      const weight = corpus.termWeight(word)
      total += weight
      const count = counts.get(word)
      if (count !== undefined) gained += weight * corpus.frequency(count, written.length)
    }
    return {
      share: textShare(gained, total, settings.textFull),
      explain: becauseShared(wanted, written, corpus),
    }
  },
})

const becauseShared =
  (wanted: readonly string[], written: readonly string[], { termWeight }: Corpus) =>
  (): Reason => {
    const has = new Set(written)
    const shared = [...new Set(wanted)].filter((word) => has.has(word))
    const words = shared.sort((a, b) => termWeight(b) - termWeight(a)).slice(0, WORDS_SHOWN)
    return { key: words.length > 0 ? 'text.shared' : 'text.none', values: { words } }
  }

/** @param gained whole weight × frequency of the shared words. @param total whole weight of the job's words. */
export const textShare = (gained: number, total: number, full: number): number =>
  Math.sqrt(Math.min(1, gained / (total * FULL_FREQUENCY * full)))

export function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
