import type { Phrases } from '../store/phrases.ts'
import type { Terms } from '../store/terms.ts'
import { isHan } from '../text/pinyin.ts'
import { isJobName, synonymsOf } from '../text/synonyms.ts'
import { pairsOf, wordsOf } from '../text/tokens.ts'
import { isEmptyWord } from './words.ts'

/** Terms that a record must all have, and what having them is worth beside the word itself. */
export type Variant = { terms: readonly number[]; boost: number }
/** A word or the name of a job that was asked for, in every form in which a record may say it. */
export type Group = { text: string; variants: readonly Variant[] }

/** Parts of the search; every one can be left out to see what it adds. */
export type Parts = { pairs: boolean; pinyin: boolean; synonyms: boolean; spelling: boolean; wishes: boolean }
export const ALL_PARTS: Parts = { pairs: true, pinyin: true, synonyms: true, spelling: true, wishes: true }

export type Tools = { terms: Terms; phrases: Phrases; parts: Parts }

const AS_SOUND = 0.8
const AS_INITIALS = 0.6
/** Most words of one question, most forms of one word, most words of a job's name. */
const MOST_GROUPS = 24
const MOST_SOUNDS = 12
const LONGEST_RUN = 4
/** Fewer letters than these sound in too many names. */
const SHORTEST_INSIDE = 5
const PINYIN = /^[a-zü]{2,}$/
const known = (terms: Terms, names: readonly string[]): number[] | undefined => {
  const numbers = names.flatMap((name) => terms.find(name) ?? [])
  return names.length > 0 && numbers.length === names.length ? numbers : undefined
}

/** A text as a record may hold it: its words, or, cut elsewhere, its pairs of characters. */
export function variantsOf(text: string, { terms, parts }: Tools, boost = 1): Variant[] {
  const words = known(terms, wordsOf(text))
  const found = words ? [{ terms: words, boost }] : []
  if (!parts.pairs || !isHan(text) || text.length < 2) return found
  const pairs = known(terms, pairsOf(text))
  return pairs && !(words?.length === 1 && words[0] === pairs[0]) ? [...found, { terms: pairs, boost }] : found
}

const soundVariants = (typed: string, tools: Tools): Variant[] => {
  const { phrases } = tools
  const texts = [
    ...phrases.soundingLike(typed).map((text) => ({ text, boost: AS_SOUND })),
    ...phrases.withInitials(typed).map((text) => ({ text, boost: AS_INITIALS })),
  ]
  return texts.slice(0, MOST_SOUNDS).flatMap(({ text, boost }) => variantsOf(text, tools, boost))
}

/** `chachesiji` where no name sounds so: 叉车 and 司机. */
const splitGroups = (typed: string, tools: Tools): Group[] =>
  (tools.phrases.splitSound(typed) ?? []).map((text) => ({ text, variants: soundVariants(text, tools) }))

const groupOf = (text: string, tools: Tools): Group[] => {
  const variants = variantsOf(text, tools)
  if (tools.parts.synonyms)
    for (const synonym of synonymsOf(text)) variants.push(...variantsOf(synonym.text, tools, synonym.nearness))
  if (!tools.parts.pinyin || !PINYIN.test(text)) return [{ text, variants }]
  variants.push(...soundVariants(text, tools))
  if (variants.length > 0) return [{ text, variants }]
  const parts = splitGroups(text, tools)
  if (parts.length > 0) return parts
  const names = text.length < SHORTEST_INSIDE ? [] : tools.phrases.holdingSound(text, MOST_SOUNDS)
  return [{ text, variants: names.flatMap((name) => variantsOf(name, tools, AS_SOUND)) }]
}

/** Words of one piece, those joined that are the name of a job. @example joinJobs(['叉车', '司机', '夜班']) // ['叉车司机', '夜班'] */
const joinJobs = (words: readonly string[]): string[] => {
  const joined: string[] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST_RUN, words.length - at)
    while (length > 1 && !isJobName(words.slice(at, at + length).join(''))) length--
    joined.push(words.slice(at, at + length).join(''))
    at += length
  }
  return joined
}

/** The words that count; in `loose` reading each by itself. */
export function groupsOf(text: string, tools: Tools, loose = false): Group[] {
  const pieces = text.split(/\s+/).map(wordsOf)
  const words = pieces.flatMap((piece) => (loose || !tools.parts.synonyms ? piece : joinJobs(piece)))
  const full = [...new Set(words.filter((word) => !isEmptyWord(word)))]
  return full.slice(0, MOST_GROUPS).flatMap((word) => groupOf(word, tools))
}
