import { knownTitles, type TitleVector, titleVector, vectorSimilarity } from '@renshu/codes'
import { SYNONYMS } from './synonym-table.ts'

/** Another name and how near it is, 0–1. */
export type Synonym = { text: string; nearness: number }

/** Names of the list mean nearly the same. */
const LISTED = 0.8
/** Below this, two names of one occupation are often two jobs. */
const NEAR_ENOUGH = 0.66
const MOST = 8
/** Longer names hold the shorter ones. */
const LONGEST_SYNONYM = 6
const CACHE_SIZE = 2000

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const listed = once(() => {
  const groups = SYNONYMS.trim()
    .split('\n')
    .map((line) => line.split(' '))
  const groupsOf = new Map<string, string[][]>()
  for (const group of groups) for (const word of group) groupsOf.set(word, [...(groupsOf.get(word) ?? []), group])
  return groupsOf
})

/** Known titles by their most likely occupation. */
const titles = once(() => {
  const codeOf = new Map<string, string>()
  const ofCode = new Map<string, string[]>()
  for (const { title, codes, isOfficial } of knownTitles()) {
    const code = codes[0]!
    codeOf.set(title, code)
    if (isOfficial || title.length > LONGEST_SYNONYM) continue
    const known = ofCode.get(code)
    if (known) known.push(title)
    else ofCode.set(code, [title])
  }
  return { codeOf, ofCode }
})

const vectors = new Map<string, TitleVector>()
const vectorOf = (title: string): TitleVector => {
  const known = vectors.get(title)
  if (known) return known
  const made = titleVector(title)
  vectors.set(title, made)
  return made
}

/** A longer name that holds the word is found by the word itself, and so needs no mention. */
const isFoundAnyway = (title: string, word: string): boolean => title.includes(word)

const learned = (word: string): Synonym[] => {
  const { codeOf, ofCode } = titles()
  const code = codeOf.get(word)
  // 8 holds whatever is no trade of its own: what stands there is not the same work.
  if (code === undefined || code.startsWith('8')) return []
  const own = vectorOf(word)
  return (ofCode.get(code) ?? [])
    .filter((title) => title.length > 1 && !isFoundAnyway(title, word))
    .map((text) => ({ text, nearness: vectorSimilarity(own, vectorOf(text)) }))
    .filter(({ nearness }) => nearness >= NEAR_ENOUGH)
}

const find = (word: string): Synonym[] => {
  const ofList = (listed().get(word) ?? []).flat().filter((text) => !isFoundAnyway(text, word))
  const nearness = new Map(learned(word).map((synonym) => [synonym.text, synonym.nearness * LISTED]))
  for (const text of ofList) nearness.set(text, LISTED)
  return [...nearness]
    .map(([text, near]) => ({ text, nearness: near }))
    .sort((a, b) => b.nearness - a.nearness || (a.text < b.text ? -1 : 1))
    .slice(0, MOST)
}

const cache = new Map<string, readonly Synonym[]>()

/** Other names for the same work, nearest first. @example synonymsOf('门卫')[0] // { text: '保安', nearness: 0.8 } */
export function synonymsOf(word: string): readonly Synonym[] {
  const known = cache.get(word)
  if (known) return known
  const found = find(word)
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(word, found)
  return found
}

/** Whether a text is the name of a job, so that its words belong together. */
export const isJobName = (text: string): boolean => listed().has(text) || titles().codeOf.has(text)
