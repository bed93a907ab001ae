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
  const skills = weighWords(jobs, wishedItems, talents, skillItems)
  const terms = weighWords(jobs, termsOf, talents, termsOf)
  const lengths = talents.map(({ terms }) => terms.length).filter((length) => length > 0)
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1
  return {
    skillWeight: skills,
    termWeight: terms,
    frequency: frequencyFor(averageLength),
  }
}

/** @param averageLength words of the texts that have any */
export const frequencyFor =
  (averageLength: number): Corpus['frequency'] =>
  (count, length) =>
    Math.round((FREQUENCY_UNIT * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength)))

const termsOf = (record: Job | Talent): readonly string[] => record.terms

/** Counts in how many records of both sides each word stands and turns the counts into weights. */
function weighWords(
  jobs: readonly Job[],
  ofJob: (job: Job) => readonly string[],
  talents: readonly Talent[],
  ofTalent: (talent: Talent) => readonly string[],
): (word: string) => number {
  const weights = new Map<string, number>()
  let documents = 0
  const count = (words: readonly string[]) => {
    if (words.length > 0) documents++
    for (const word of new Set(words)) weights.set(word, (weights.get(word) ?? 0) + 1)
  }
  for (const job of jobs) count(ofJob(job))
  for (const talent of talents) count(ofTalent(talent))
  for (const [word, found] of weights) weights.set(word, weighWord(documents, found))
  return (word) => weights.get(word) ?? weighWord(documents, 0)
}

/** Inverse document frequency as in BM25, whole thousandths, positive for every word. */
export const weighWord = (documents: number, found: number): number =>
  Math.max(1, Math.round(WEIGHT_UNIT * Math.log(1 + (documents - found + 0.5) / (found + 0.5))))
