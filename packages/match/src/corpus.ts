import { skillItems, wishedItems } from './factors/skill-items.ts'
import type { Job, Talent } from './types.ts'

/** BM25 constants (Robertson & Zaragoza 2009, section 3.5). */
const K1 = 1.2
const B = 0.75
/** Term frequencies are held in 64ths and weights in thousandths, so that sums do not depend on their order. */
const FREQUENCY_UNIT = 64
const WEIGHT_UNIT = 1000

/** The largest value of {@link Corpus.frequency}. */
export const FULL_FREQUENCY = Math.round(FREQUENCY_UNIT * (K1 + 1))

/** How telling words and skills are in the whole set of jobs and talents that are being matched. */
export type Corpus = {
  /** Inverse document frequency of a skill or certificate, whole thousandths, at least 1. */
  skillWeight: (item: string) => number
  /** Inverse document frequency of a word, whole thousandths, at least 1. */
  termWeight: (term: string) => number
  /** BM25 frequency of a word that stands `count` times in a text of `length` words, whole 64ths. */
  frequency: (count: number, length: number) => number
}

export function countCorpus(jobs: readonly Job[], talents: readonly Talent[]): Corpus {
  const skills = countDocuments([...jobs.map(wishedItems), ...talents.map(skillItems)])
  const terms = countDocuments([...jobs, ...talents].map((record) => record.terms))
  const lengths = talents.map((talent) => talent.terms.length).filter((length) => length > 0)
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1
  return {
    skillWeight: (item) => weigh(skills, item),
    termWeight: (term) => weigh(terms, term),
    frequency: (count, length) =>
      Math.round((FREQUENCY_UNIT * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength))),
  }
}

type Counts = { documents: number; of: Map<string, number> }

function countDocuments(documents: readonly (readonly string[])[]): Counts {
  const of = new Map<string, number>()
  let filled = 0
  for (const words of documents) {
    if (words.length > 0) filled++
    for (const word of new Set(words)) of.set(word, (of.get(word) ?? 0) + 1)
  }
  return { documents: filled, of }
}

function weigh({ documents, of }: Counts, word: string): number {
  const found = of.get(word) ?? 0
  return Math.max(1, Math.round(WEIGHT_UNIT * Math.log(1 + (documents - found + 0.5) / (found + 0.5))))
}
